import { setTimeout } from "node:timers/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import id from "@/messages/id/kiosk.json" with { type: "json" };

/** The kiosk's Indonesian words, so that a test names a button as people read it. */
export const words = id;

/** A screen of the kiosk by its name. */
export const screen = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);

/** The attract screen, and the page behind it awake: it has looked for a camera, so it hears a scanner too. */
export async function awake(page: Page): Promise<void> {
  await expect(screen(page, "attract").locator('[data-camera]:not([data-camera="starting"])')).toBeVisible();
}

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** A scanner's keys come this many milliseconds apart. */
const KEY_MS = 5;
const BETWEEN_SCANS_MS = 250;

/**
 * Types as a USB scanner does: a key every few milliseconds, Enter for a line's end and at the close. The browser gets
 * real key events with the times that the device would give them, however busy this machine is.
 */
export async function scan(page: Page, payload: string): Promise<void> {
  const device = await page.context().newCDPSession(page);
  const keys = [...payload, "\n"];
  // Its keys are told of when the last has come: told as they come, a busy machine would space them by itself.
  const from = Date.now();
  await setTimeout(keys.length * KEY_MS);
  const sent = keys.flatMap((key, index) => {
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" };
    const event = key === "\n" ? enter : { key, text: key };
    const timestamp = (from + index * KEY_MS) / 1000;
    return [
      device.send("Input.dispatchKeyEvent", { type: "keyDown", ...event, timestamp }),
      device.send("Input.dispatchKeyEvent", { type: "keyUp", ...event, text: undefined, timestamp }),
    ];
  });
  await Promise.all(sent);
  await device.detach();
  // No hand pulls the trigger twice within this time; the reader takes what comes closer for one code of several lines.
  await setTimeout(BETWEEN_SCANS_MS);
}

/** Enters a booking number by touching the keypad's keys, from the attract screen. */
export async function touchKeypad(page: Page, digits: string): Promise<void> {
  await button(page, words.attract.keypad).click();
  for (const digit of digits) await button(page, digit).click();
  await button(page, words.keypad.submit).click();
}
