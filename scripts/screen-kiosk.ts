// How a real kiosk of a running office is brought into a state: what the lists of states share.
import type { BrowserContext, Page } from "@playwright/test";
import { arrive } from "../tests/e2e/outcomes";
import type { Changes, Hall } from "./screen-hall";

export interface ScreenState {
  readonly name: string;
  /** Brings a kiosk at rest into the state. */
  readonly open: (page: Page, hall: Hall) => Promise<void>;
  /** Sets up the browser before the kiosk is opened: a camera, or none. */
  readonly before?: (context: BrowserContext) => Promise<void>;
  /** The office's settings that it needs. */
  readonly office?: Changes;
  /** A kiosk of its own: one that has the hall's printer, or one that is used up by its state. */
  readonly kiosk?: "printer" | "once";
  /** Its foot cannot be touched, or touching it would end the state: one picture only. */
  readonly still?: true;
}

export const shown = (page: Page, screen: string) => page.locator(`[data-screen="${screen}"]`).waitFor();
export const dialog = (page: Page, name: string) => page.locator(`[data-dialog="${name}"]`).waitFor();

/** Scans as the demo page's buttons do: however busy the machine is, no key comes too late. */
export async function type(page: Page, text: string, screen: string): Promise<void> {
  await page.evaluate((payload) => {
    const scanner = new BroadcastChannel("janji-demo-scanner");
    scanner.postMessage({ payload });
    scanner.close();
  }, text);
  await shown(page, screen);
}

export const scan = (name: string, screen: string) => (page: Page, hall: Hall) =>
  type(page, hall.numbers.get(name) ?? "", screen);

/** Somebody new whose number is so many minutes old. */
export const scanNew = (waited: number, screen: string) => async (page: Page, hall: Hall) =>
  type(page, await arrive(hall.office, waited), screen);

/** Presses the nth button of the screen's own actions; the call for an officer is the first. */
export const press = (page: Page, nth: number) => page.locator(".screen-actions button").nth(nth).click();

export const settled = (page: Page) =>
  page.locator('[data-print="askCameOut"], [data-screen="see-officer"] [data-slip-line]').first().waitFor();

export const camera = (fault: string | null) => async (context: BrowserContext) => {
  if (fault === null) await context.grantPermissions(["camera"]);
  else
    await context.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", name));
    }, fault);
};

export const noCamera = async (context: BrowserContext) => {
  await context.addInitScript(() => {
    delete (Navigator.prototype as { mediaDevices?: unknown }).mediaDevices;
    Object.defineProperty(window, "isSecureContext", { value: false });
  });
};

/** From here on the page's time runs only when asked to, a second at a time. */
export async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await page.clock.runFor(1_000);
}

export async function withClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
  await shown(page, "attract");
}

export const UNREADABLE = "Kode billing 820261124000017";
