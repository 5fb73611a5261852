import type { Locator, Page } from "@playwright/test";
import id from "@/messages/id/kiosk.json" with { type: "json" };

/** The kiosk's Indonesian words, so that a test names a button as people read it. */
export const words = id;

/** A screen of the kiosk by its name. */
export const screen = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** Types as a USB scanner does: a key every few milliseconds, Enter for a line's end and at the close. */
export async function scan(page: Page, payload: string): Promise<void> {
  await page.keyboard.type(`${payload}\n`, { delay: 2 });
}

/** Enters a booking number by touching the keypad's keys, from the attract screen. */
export async function touchKeypad(page: Page, digits: string): Promise<void> {
  await button(page, words.attract.keypad).click();
  for (const digit of digits) await button(page, digit).click();
  await button(page, words.keypad.submit).click();
}
