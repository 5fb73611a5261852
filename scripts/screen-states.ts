// Every state of the kiosk that `npm run screens` pictures, and how a running demo office is brought into it.
import type { BrowserContext, Page } from "@playwright/test";

/** What the kiosk's check route answers; the pictures only pass it on, so its shape stays the product's own. */
type Answer = Record<string, unknown>;

export interface Hall {
  /** Address of the demo office. */
  readonly address: string;
  /** The demo page's booking numbers by its own names of the cases. */
  readonly numbers: ReadonlyMap<string, string>;
}

export interface ScreenState {
  readonly name: string;
  /** Brings a kiosk at rest into the state. */
  readonly open: (page: Page, hall: Hall) => Promise<void>;
  /** Sets up the browser before the kiosk is opened: a camera, or none. */
  readonly before?: (context: BrowserContext) => Promise<void>;
}

const shown = (page: Page, screen: string) => page.locator(`[data-screen="${screen}"]`).waitFor();

/** Scans as the demo page's buttons do: however busy the machine is, no key comes too late. */
async function type(page: Page, text: string, screen: string): Promise<void> {
  await page.evaluate((payload) => {
    const scanner = new BroadcastChannel("janji-demo-scanner");
    scanner.postMessage({ payload });
    scanner.close();
  }, text);
  await shown(page, screen);
}

const scan = (name: string, screen: string) => (page: Page, hall: Hall) =>
  type(page, hall.numbers.get(name) ?? "", screen);

/** Presses the nth button of the screen's own actions; the call for an officer is the first. */
const press = (page: Page, nth: number) => page.locator(".screen-actions button").nth(nth).click();

/** The real answer to a booking, with what the demo's hour of the day cannot show put in its place. */
function told(name: string, screen: string, change: Answer, refusal = false) {
  return async (page: Page, hall: Hall) => {
    const ask = { payload: hall.numbers.get(name) ?? "", key: crypto.randomUUID() };
    const answered = await page.request.post(`${hall.address}/kiosk/check`, {
      data: ask,
      headers: { origin: hall.address },
    });
    const real = (await answered.json()) as { value?: Answer };
    const body = refusal ? { ok: false, ...change } : { ok: true, value: { ...real.value, ...change } };
    await page.route("**/kiosk", (route) =>
      route.request().method() === "POST" ? route.abort() : route.fallback(),
    );
    await page.route("**/kiosk/check", (route) => route.fulfill({ json: body }));
    await type(page, "3512000000000000", screen);
  };
}

const camera = (fault: string | null) => async (context: BrowserContext) => {
  if (fault === null) await context.grantPermissions(["camera"]);
  else
    await context.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", name));
    }, fault);
};

const noCamera = async (context: BrowserContext) => {
  await context.addInitScript(() => {
    delete (Navigator.prototype as { mediaDevices?: unknown }).mediaDevices;
    Object.defineProperty(window, "isSecureContext", { value: false });
  });
};

const atRest = () => Promise.resolve();
const settled = async (page: Page) => {
  await page
    .locator('[data-print="askCameOut"], [data-screen="see-officer"] [data-slip-line]')
    .first()
    .waitFor();
};

export const STATES: readonly ScreenState[] = [
  { name: "attract-reader", before: noCamera, open: atRest },
  { name: "attract-camera", before: camera(null), open: atRest },
  { name: "attract-no-camera", before: camera("NotFoundError"), open: atRest },
  { name: "attract-refused", before: camera("NotAllowedError"), open: atRest },
  {
    name: "keypad",
    open: async (page) => {
      await press(page, 3);
      await page.keyboard.type("35127704218", { delay: 80 });
    },
  },
  {
    name: "keypad-full",
    open: async (page) => {
      await press(page, 3);
      await page.keyboard.type("3512770421800042", { delay: 80 });
    },
  },
  { name: "info", open: (page) => press(page, 1).then(() => shown(page, "info")) },
  {
    name: "checking",
    open: async (page, hall) => {
      await page.route("**/kiosk", (route) =>
        route.request().method() === "POST" ? undefined : route.fallback(),
      );
      await type(page, hall.numbers.get("unknown") ?? "", "checking");
    },
  },
  { name: "not-yet", open: scan("not-yet", "not-yet") },
  { name: "not-yet-closing", open: told("not-yet", "not-yet", { afterClosing: true }) },
  {
    name: "eligible",
    open: (page, hall) => scan("eligible", "eligible")(page, hall).then(() => settled(page)),
  },
  {
    name: "eligible-no-paper",
    open: async (page, hall) => {
      await told("eligible", "eligible", { printJobId: "none", fresh: true })(page, hall);
      await settled(page);
      await press(page, 1);
    },
  },
  { name: "eligible-rescan", open: told("eligible", "eligible", { printJobId: null, fresh: false }) },
  {
    name: "eligible-came-out",
    open: async (page, hall) => {
      await told("eligible", "eligible", { printJobId: "none", fresh: true })(page, hall);
      await settled(page);
      await press(page, 2);
    },
  },
  { name: "eligible-room-closed", open: told("eligible", "eligible", { room: "CLOSED", printJobId: null }) },
  { name: "see-officer", open: (page, hall) => scan("lost-passport", "see-officer")(page, hall) },
  { name: "see-officer-room-closed", open: told("lost-passport", "see-officer", { room: "CLOSED" }) },
  { name: "outage", open: scan("outage", "outage") },
  { name: "outage-room-closed", open: told("outage", "outage", { room: "CLOSED" }) },
  { name: "served-in-time", open: scan("served-in-time", "served-in-time") },
  { name: "no-ticket", open: scan("no-number", "no-ticket") },
  { name: "other-day", open: scan("other-day", "other-day") },
  { name: "unknown", open: scan("unknown", "unknown") },
  { name: "unreadable", open: (page) => type(page, "Kode billing 820261124000017", "unreadable") },
  {
    name: "ambiguous",
    open: (page) => type(page, "Pemohon 1: 3512000000000017 Pemohon 2: 3512000000000025", "ambiguous"),
  },
  {
    name: "already-received",
    open: told("not-yet", "already-received", { outcome: "ALREADY_RECEIVED", number: "K-003" }),
  },
  {
    name: "closed",
    open: told("not-yet", "closed", { outcome: "CLOSED", opensAt: Date.UTC(2026, 10, 25, 0, 0) }),
  },
  {
    name: "lost-server",
    open: async (page, hall) => {
      await page.route("**/kiosk**", (route) =>
        route.request().method() === "POST" ? route.abort() : route.fallback(),
      );
      await type(page, hall.numbers.get("unknown") ?? "", "lost-server");
    },
  },
  { name: "too-many", open: told("not-yet", "too-many", { code: "TOO_MANY" }, true) },
  {
    name: "officer-called",
    open: async (page) => {
      await press(page, 0);
      await page.locator('[data-dialog="officer-called"]').waitFor();
    },
  },
  {
    name: "idle",
    open: async (page, hall) => {
      await page.clock.install();
      await page.reload();
      await shown(page, "attract");
      await type(page, hall.numbers.get("not-yet") ?? "", "not-yet");
      for (let second = 0; second < 34; second += 1) await page.clock.runFor(1_000);
      await page.locator('[data-dialog="idle"]').waitFor();
    },
  },
];
