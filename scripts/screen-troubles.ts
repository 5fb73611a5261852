// States of the kiosk in which something stands in the way: printer, network, disk, crash, and the dialogs.
import type { Page } from "@playwright/test";
import { fillDisk } from "../tests/support/full-disk";
import type { PrinterTroubles } from "../tests/support/printer-emulator";
import type { Hall } from "./screen-hall";
import {
  camera,
  dialog,
  pass,
  press,
  scan,
  scanNew,
  shown,
  type,
  UNREADABLE,
  withClock,
  type ScreenState,
} from "./screen-kiosk";

/** A new voucher at the kiosk with the hall's printer, which is in this trouble. */
const printed = (view: string, troubles: Partial<PrinterTroubles>) => async (page: Page, hall: Hall) => {
  hall.printer.become({ paper: "OK", coverOpen: false, rollEndsAfter: null, ...troubles });
  await scanNew(130, "eligible")(page, hall);
  await page.locator(`[data-print="${view}"]`).waitFor();
};

export const TROUBLES: readonly ScreenState[] = [
  { name: "printer-confirmed", kiosk: "printer", open: printed("confirmed", {}) },
  { name: "printer-paper-out", kiosk: "printer", open: printed("paperOut", { paper: "OUT" }) },
  { name: "printer-cover-open", kiosk: "printer", open: printed("coverOpen", { coverOpen: true }) },
  { name: "printer-ask-whole", kiosk: "printer", open: printed("askWhole", { rollEndsAfter: 200 }) },
  {
    name: "printer-failed",
    kiosk: "printer",
    open: async (page, hall) => {
      await printed("askWhole", { rollEndsAfter: 200 })(page, hall);
      await press(page, 1);
      await page.locator('[data-print="failed"]').waitFor();
    },
  },
  {
    name: "printer-unreachable",
    kiosk: "printer",
    open: async (page, hall) => {
      await hall.printer.switchOff();
      await printed("unreachable", {})(page, hall).finally(() => hall.printer.switchOn());
    },
  },
  {
    name: "too-many",
    kiosk: "once",
    open: async (page, hall) => {
      const headers = { origin: hall.office.url };
      const ask = () =>
        page.request.post(`${hall.office.url}/kiosk/check`, {
          data: { payload: UNREADABLE, key: crypto.randomUUID() },
          headers,
        });
      await Promise.all(Array.from({ length: 30 }, ask));
      await type(page, UNREADABLE, "too-many");
    },
  },
  {
    name: "storage",
    open: async (page, hall) => {
      const disk = fillDisk(hall.office.pid);
      await scan("not-yet", "storage")(page, hall).finally(() => disk.free());
    },
  },
  {
    name: "lost-server",
    open: async (page, hall) => {
      hall.network.set("refuse");
      await type(page, hall.numbers.get("not-yet") ?? "", "lost-server");
    },
  },
  {
    name: "rest-away",
    open: async (page, hall) => {
      hall.network.set("refuse");
      await shown(page, "rest-away");
    },
  },
  {
    name: "away",
    still: true,
    open: async (page, hall) => {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      hall.network.set("refuse");
      await page.reload();
      await shown(page, "away");
    },
  },
  {
    name: "crashed",
    still: true,
    open: async (page) => {
      // No clock can hold this instant: what the kiosk's frame makes of it throws.
      await page.route("**/kiosk/pulse", (route) => route.fulfill({ json: { now: 9e15 } }));
      await page.reload();
      await shown(page, "crashed");
    },
  },
  {
    name: "officer-called",
    still: true,
    open: async (page) => {
      await press(page, 0);
      await page.locator('[data-dialog="officer-called"] [data-call="CALLED"]').waitFor();
    },
  },
  {
    name: "officer-calling",
    still: true,
    open: async (page, hall) => {
      hall.network.set("stall");
      await press(page, 0);
      await dialog(page, "officer-called");
    },
  },
  {
    name: "officer-unreachable",
    still: true,
    open: async (page, hall) => {
      hall.network.set("refuse");
      await press(page, 0);
      await page.locator('[data-dialog="officer-called"] [data-call="UNREACHABLE"]').waitFor();
    },
  },
  {
    name: "lens",
    still: true,
    before: camera(null),
    open: async (page) => {
      await withClock(page);
      await press(page, 1);
      await shown(page, "info");
      const heading = await page.locator('[data-screen="info"] h1').boundingBox();
      await page.mouse.move((heading?.x ?? 0) + 20, (heading?.y ?? 0) + 20);
      await page.mouse.down();
      await pass(page, 6);
      await page.mouse.up();
      await dialog(page, "lens");
    },
  },
  {
    name: "idle",
    still: true,
    open: async (page, hall) => {
      await withClock(page);
      await type(page, hall.numbers.get("not-yet") ?? "", "not-yet");
      await pass(page, 34);
      await dialog(page, "idle");
    },
  },
];
