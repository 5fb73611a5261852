import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { button, scan, screen, touchKeypad, words } from "./kiosk";
import { arrive } from "./outcomes";
import { signIn } from "./staff";

const idle = (page: Page) => page.locator('[data-dialog="idle"]');
const pressed = (page: Page, name: string) => button(page, name).getAttribute("aria-pressed");

/** Lets the page's stopped clock run, a second at a time, so that what each tick brings about can happen. */
async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await page.clock.runFor(1_000);
}

/** From here on the page's time moves only when the test says so. */
async function stopClock(page: Page): Promise<void> {
  // A busy machine may take longer than that second to say so; its moment is past then, and another one is named.
  await expect(async () => {
    const now = await page.evaluate(() => Date.now());
    await page.clock.pauseAt(now + 1_000);
  }).toPass();
}

test.describe("left alone", () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
  });

  test("the kiosk warns after 30 seconds, gives 20 more, and forgets everything", async ({ kiosk }) => {
    await button(kiosk, "English").click();
    await button(kiosk, "Larger text").click();
    await kiosk.getByRole("button", { name: "Type" }).first().click();
    await expect(screen(kiosk, "keypad")).toBeVisible();
    // The last touch comes at a standing clock: what a busy machine takes for it counts for nothing.
    await stopClock(kiosk);
    await button(kiosk, "4").click();
    await pass(kiosk, 25);
    await expect(idle(kiosk)).toBeHidden();
    await pass(kiosk, 5);
    await expect(idle(kiosk)).toBeVisible();
    await pass(kiosk, 15);
    await expect(screen(kiosk, "keypad")).toBeVisible();
    await pass(kiosk, 7);
    await expect(screen(kiosk, "attract")).toBeVisible();
    await expect(idle(kiosk)).toBeHidden();
    expect(await pressed(kiosk, "Indonesia")).toBe("true");
    expect(await pressed(kiosk, words.controls.largeText)).toBe("false");
    await button(kiosk, words.attract.keypad).click();
    await expect(kiosk.locator('[data-digits="0"]')).toBeVisible();
  });

  test("an answer is forgotten too, and nothing of it stays on the page", async ({ office, kiosk }) => {
    const booking = await arrive(office, 70, () => ({ queueNumber: "B-733" }));
    await touchKeypad(kiosk, booking);
    await expect(screen(kiosk, "not-yet")).toContainText("B-733");
    await stopClock(kiosk);
    await pass(kiosk, 53);
    await expect(screen(kiosk, "attract")).toBeVisible();
    expect(await kiosk.content()).not.toContain("B-733");
  });

  test("one touch keeps the session", async ({ kiosk }) => {
    await button(kiosk, words.attract.info).click();
    await stopClock(kiosk);
    await pass(kiosk, 32);
    await button(kiosk, words.idle.stay).click();
    await expect(idle(kiosk)).toBeHidden();
    await pass(kiosk, 25);
    await expect(screen(kiosk, "info")).toBeVisible();
    await expect(idle(kiosk)).toBeHidden();
  });
});

test("an officer is called from every screen, and every tablet hears it", async ({
  office,
  kiosk,
  browser,
  watch,
}) => {
  const tablet = await browser.newContext({ baseURL: office.url, viewport: { width: 1180, height: 820 } });
  watch(tablet);
  const staff = await tablet.newPage();
  await signIn(staff, "petugas");
  const calls = staff.getByRole("region", { name: "Panggilan dari kios" });

  // A kiosk of an earlier test may have been cut off in the middle of its call.
  const coming = staff.getByRole("button", { name: "Saya datang" });
  for (let left = await coming.count(); left > 0; left -= 1) {
    await coming.first().click();
    await expect(coming).toHaveCount(left - 1);
  }

  const callAndAnswer = async (name: string) => {
    await expect(screen(kiosk, name)).toBeVisible();
    await button(kiosk, words.controls.callOfficer).click();
    await expect(kiosk.locator('[data-dialog="officer-called"]')).toContainText(words.officer.CALLED.title);
    await expect(calls).toContainText("memanggil petugas");
    await coming.click();
    await expect(calls).not.toContainText("memanggil petugas");
    await button(kiosk, words.officer.close).click();
  };
  await callAndAnswer("attract");
  await button(kiosk, words.attract.keypad).click();
  await callAndAnswer("keypad");
  await button(kiosk, words.keypad.cancel).click();
  await button(kiosk, words.attract.info).click();
  await callAndAnswer("info");
  await scan(kiosk, await arrive(office, 70));
  await callAndAnswer("not-yet");
  await scan(kiosk, await arrive(office, 130, () => ({ registeredInSmart: false })));
  await callAndAnswer("see-officer");

  await button(kiosk, words.controls.callOfficer).click();
  await expect(calls).toContainText("memanggil petugas");
  await button(kiosk, words.officer.cancel).click();
  await expect(calls).not.toContainText("memanggil petugas");
  await tablet.close();
});
