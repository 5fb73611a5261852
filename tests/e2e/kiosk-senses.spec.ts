import type { Page } from "@playwright/test";
import en from "@/messages/en/kiosk.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { awake, button, scan, screen, words } from "./kiosk";
import { arrive } from "./outcomes";

/** The name of what has the focus, as a screen reader says it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    // Past the last control lies the browser's own, where the page has no focus.
    if (element === null || element === document.body) return "";
    return element.getAttribute("aria-label") ?? element.textContent.trim();
  });

/** Goes on with Tab until the named control has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press("Tab", { delay: 120 });
    seen.push(await focused(page));
    if (seen.at(-1) === "") continue;
    // It looks otherwise than the same control without the focus.
    const ring = await page.evaluate(() => {
      const control = document.activeElement as HTMLElement;
      const look = () => {
        const { boxShadow, outline } = getComputedStyle(control);
        return `${boxShadow} ${outline}`;
      };
      const focused = look();
      control.blur();
      const plain = look();
      control.focus({ preventScroll: true });
      return focused !== plain;
    });
    expect(ring, `the focus on ${seen.at(-1)} can be seen`).toBe(true);
    if (seen.at(-1) === name) return;
  }
  throw new Error(`Tab never reached ${name}: ${seen.join(", ")}`);
}

/** Presses a key as a hand does: a scanner's Enter comes at once after other keys. */
const press = async (page: Page, key: string) => {
  await page.waitForTimeout(150);
  await page.keyboard.press(key, { delay: 60 });
};

const headed = (page: Page, name: string) => expect(screen(page, name).locator("h1")).toBeFocused();

test("the kiosk is used by keyboard alone, and each screen begins at its heading", async ({
  office,
  kiosk,
}) => {
  const booking = await arrive(office, 70);
  await tabTo(kiosk, "English");
  await press(kiosk, "Enter");
  await expect(button(kiosk, "English")).toHaveAttribute("aria-pressed", "true");
  await tabTo(kiosk, en.attract.keypad);
  await press(kiosk, "Enter");
  await headed(kiosk, "keypad");
  for (const digit of booking) await press(kiosk, digit);
  await tabTo(kiosk, en.keypad.submit);
  await press(kiosk, "Enter");
  await headed(kiosk, "not-yet");
  await expect(screen(kiosk, "not-yet").getByRole("status")).not.toBeEmpty();

  await tabTo(kiosk, en.controls.callOfficer);
  await press(kiosk, "Enter");
  const dialog = kiosk.locator('[data-dialog="officer-called"]');
  await expect(dialog).toContainText(en.officer.CALLED.title);
  // Nothing behind the dialog can be reached.
  for (let stops = 0; stops < 6; stops += 1) {
    await press(kiosk, "Tab");
    expect(await dialog.evaluate((node) => document.activeElement?.closest("dialog") === node)).toBe(
      !(await kiosk.evaluate(() => document.activeElement === document.body)),
    );
  }
  await tabTo(kiosk, en.officer.cancel);
  await press(kiosk, "Enter");
  await expect(dialog).toBeHidden();
  expect(await focused(kiosk)).toBe(en.controls.callOfficer);
  await tabTo(kiosk, en.notYet.done);
  await press(kiosk, "Enter");
  await headed(kiosk, "attract");
});

/** Every tone that the page strikes from here on, in hertz. */
async function listen(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const tones: number[] = [];
    Object.assign(window, { tones });
    const start = Reflect.get(AudioScheduledSourceNode.prototype, "start");
    OscillatorNode.prototype.start = new Proxy(start, {
      apply: (start, oscillator: OscillatorNode, when: [number?]) => {
        tones.push(Math.round(oscillator.frequency.value));
        Reflect.apply(start, oscillator, when);
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { tones: number[] }).tones.splice(0));
}

test("every answer sounds the same, and a kiosk without sound makes none", async ({ office, kiosk }) => {
  await button(kiosk, words.attract.info).click();
  const heard = await listen(kiosk);
  const sounds: number[][] = [];
  for (const [name, waited, underReview] of [
    ["not-yet", 70, false],
    ["eligible", 130, false],
    ["see-officer", 130, true],
  ] as const) {
    // No sound is struck over another that still rings.
    await kiosk.waitForTimeout(1_000);
    await scan(kiosk, await arrive(office, waited, () => ({ underReview })));
    await expect(screen(kiosk, name)).toBeVisible();
    await expect.poll(async () => sounds.push(await heard()) && sounds.at(-1)?.length).toBeGreaterThan(0);
  }
  const loud = sounds.filter(({ length }) => length > 0);
  expect(loud).toHaveLength(3);
  const [first] = loud;
  expect(loud).toEqual([first, first, first]);

  await button(kiosk, words.controls.mute).click();
  await heard();
  await scan(kiosk, await arrive(office, 70));
  await expect(screen(kiosk, "not-yet")).toBeVisible();
  expect(await heard()).toEqual([]);
});

const moving = (page: Page): Promise<number> =>
  page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);

test("nothing moves for somebody who asked their device for stillness", async ({
  office,
  kiosk,
  browser,
}) => {
  await scan(kiosk, await arrive(office, 130));
  await expect(screen(kiosk, "eligible")).toBeVisible();
  expect(await moving(kiosk)).toBe(0);
  await button(kiosk, words.controls.callOfficer).click();
  await expect(kiosk.locator('[data-dialog="officer-called"]')).toBeVisible();
  expect(await moving(kiosk)).toBe(0);
  await button(kiosk, words.officer.cancel).click();

  // The same screen does move elsewhere, so that this is no test of nothing.
  const lively = await browser.newContext({ baseURL: office.url, reducedMotion: "no-preference" });
  const other = await lively.newPage();
  await other.goto("/kiosk");
  await awake(other);
  // The picture that moves comes a moment after the screen.
  await expect.poll(() => moving(other)).toBeGreaterThan(0);
  await lively.close();
});
