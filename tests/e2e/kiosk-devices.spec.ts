import type { BrowserContext, Page } from "@playwright/test";
import { startPrinter } from "../support/printer-emulator";
import { countPrints, expect, prints, test as base } from "./fixtures";
import { awake, button, scan, screen, words } from "./kiosk";
import { arrive } from "./outcomes";
import { accessWords, signIn, words as staffWords } from "./staff";

/** The head's tablet beside the kiosk: devices and slips are both theirs. */
const test = base.extend<{ desk: Page; tablet: BrowserContext }>({
  tablet: async ({ office, browser, watch }, use) => {
    const tablet = await browser.newContext({
      baseURL: office.url,
      viewport: { width: 1180, height: 820 },
    });
    watch(tablet);
    await use(tablet);
    await tablet.close();
  },
  desk: async ({ tablet }, use) => {
    const desk = await tablet.newPage();
    await signIn(desk, "kepala");
    await use(desk);
  },
});

/** Kiosks' rows, in the order of enrolment. */
const kioskRows = (desk: Page) => desk.getByRole("listitem").filter({ hasText: /Kios contoh/ });

/** One of the few ports on which the server looks for printers. */
const PRINTER_PORT = 9107;

const loads = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

test("a reload from afar waits for the person before the kiosk, and leaves the other kiosk alone", async ({
  office,
  browser,
  watch,
  desk,
  kiosk,
}) => {
  const hall = await browser.newContext({ baseURL: office.url });
  watch(hall);
  await countPrints(hall);
  const other = await hall.newPage();
  await other.goto("/kiosk");
  await awake(other);
  const [first, others] = [await loads(kiosk), await loads(other)];
  const booking = await arrive(office, 70);
  await desk.goto("/staff/devices");
  const row = kioskRows(desk).nth(-2);
  await expect(row).toContainText(accessWords.kiosks.buildSame);
  await scan(kiosk, booking);
  await expect(screen(kiosk, "not-yet")).toBeVisible();
  const heard = kiosk.waitForResponse(async (response) => {
    if (!response.url().endsWith("/kiosk/pulse") || response.request().method() !== "POST") return false;
    return (await response.text()).includes('"reloadAskedAt":1');
  });
  await row.getByRole("button", { name: accessWords.kiosks.reload, exact: true }).click();
  await expect(row).toContainText(accessWords.kiosks.reloadWaits);
  await heard;
  await expect(screen(kiosk, "not-yet")).toBeVisible();
  expect(await loads(kiosk)).toBe(first);
  await button(kiosk, words.notYet.done).click();
  await expect.poll(() => loads(kiosk).catch(() => first)).not.toBe(first);
  await awake(kiosk);
  await expect(desk.getByText(accessWords.kiosks.reloadWaits)).toHaveCount(0);
  expect(await loads(other)).toBe(others);
  await hall.close();
});

test("a kiosk with a printer of the hall says what the printer says, and staff are told until it is mended", async ({
  office,
  desk,
  kiosk,
}) => {
  const printer = await startPrinter({ port: PRINTER_PORT });
  const slip = (view: string) => kiosk.locator(`[data-print="${view}"]`);
  try {
    const access = accessWords.printers;
    await desk.goto("/staff/devices/printers");
    await desk.getByLabel(access.name, { exact: true }).fill("Printer pintu masuk");
    await desk.getByLabel(access.address, { exact: true }).fill(`127.0.0.1:${printer.port}`);
    await desk.getByRole("button", { name: access.add, exact: true }).click();
    const item = desk.getByRole("listitem").filter({ hasText: "Printer pintu masuk" });
    await expect(item).toContainText(access.state.READY);
    await desk.goto("/staff/devices");
    await kioskRows(desk).last().getByRole("combobox").selectOption({ label: "Printer pintu masuk" });
    await desk.goto("/staff/devices/printers");
    await expect(item).toContainText("Kios contoh");

    await scan(kiosk, await arrive(office, 130));
    await expect(slip("confirmed")).toBeVisible();
    await button(kiosk, words.eligible.done).click();

    printer.become({ paper: "OUT" });
    await scan(kiosk, await arrive(office, 131));
    await expect(slip("paperOut")).toBeVisible();
    const number = await slip("paperOut").getByRole("img").getAttribute("aria-label");
    await expect(desk.locator('[data-alert="PRINTER"]')).toContainText("kertas habis");
    await expect(desk.locator('[data-alert="SLIP"]').filter({ hasText: number ?? "" })).toBeVisible();
    printer.become({ paper: "OK" });
    await expect(desk.locator('[data-alert="PRINTER"]')).toHaveCount(0);
    await button(kiosk, words.eligible.reprint).click();
    await expect(slip("confirmed")).toBeVisible();
    await expect(slip("confirmed").getByRole("img")).toHaveAttribute("aria-label", number ?? "");
    await expect(desk.locator('[data-alert="SLIP"]').filter({ hasText: number ?? "" })).toHaveCount(0);
    await button(kiosk, words.eligible.done).click();

    printer.become({ rollEndsAfter: 200 });
    await scan(kiosk, await arrive(office, 132));
    await expect(slip("askWhole")).toBeVisible();
    await button(kiosk, words.eligible.no).click();
    await expect(slip("failed")).toBeVisible();
    const doubtful = await slip("failed").getByRole("img").getAttribute("aria-label");
    const alert = desk.locator('[data-alert="SLIP"]').filter({ hasText: doubtful ?? "" });
    await alert.getByRole("button", { name: staffWords.alerts.acknowledge, exact: true }).click();
    await expect(alert).toHaveCount(0);
    // The kiosk's own browser was never asked to print.
    expect(await prints(kiosk)).toBe(0);
  } finally {
    await printer.stop();
  }
});
