// Every state of the kiosk that `npm run screens` pictures: here what goes well, in screen-troubles.ts what does not.
import type { Page } from "@playwright/test";
import { arrive } from "../tests/e2e/outcomes";
import { received } from "../tests/e2e/vouchers";
import type { Changes, Hall } from "./screen-hall";
import {
  camera,
  noCamera,
  press,
  scan,
  scanNew,
  settled,
  shown,
  type,
  UNREADABLE,
  withClock,
  type ScreenState,
} from "./screen-kiosk";
import { TROUBLES } from "./screen-troubles";

/** A new voucher whose slip the browser printed; then the answer to whether it came out. */
const asked = (nth: number | null) => async (page: Page, hall: Hall) => {
  await scanNew(130, "eligible")(page, hall);
  await settled(page);
  if (nth !== null) await press(page, nth);
};

const atRest = () => Promise.resolve();
const toKeypad = (digits: string) => async (page: Page) => {
  await press(page, 3);
  // Slower than any scanner types.
  await page.keyboard.type(digits, { delay: 160 });
};
const ROOM_CLOSED: Changes = { roomCloses: "10:00" };

export const STATES: readonly ScreenState[] = [
  { name: "attract-reader", before: noCamera, open: atRest },
  { name: "attract-camera", before: camera(null), open: atRest },
  { name: "attract-no-camera", before: camera("NotFoundError"), open: atRest },
  { name: "attract-refused", before: camera("NotAllowedError"), open: atRest },
  { name: "keypad", open: toKeypad("35127704218") },
  { name: "keypad-full", open: toKeypad("3512770421800042") },
  { name: "info", open: (page) => press(page, 1).then(() => shown(page, "info")) },
  {
    name: "checking",
    still: true,
    open: async (page, hall) => {
      await withClock(page);
      hall.network.set("stall");
      await type(page, hall.numbers.get("not-yet") ?? "", "checking");
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 300));
    },
  },
  { name: "not-yet", open: scan("not-yet", "not-yet") },
  { name: "eligible", open: asked(null) },
  { name: "eligible-no-slip", open: asked(1) },
  { name: "eligible-came-out", open: asked(2) },
  {
    name: "eligible-rescan",
    open: async (page, hall) => {
      const booking = await arrive(hall.office, 131);
      await type(page, booking, "eligible");
      await settled(page);
      await page.reload();
      await shown(page, "attract");
      await page.locator('[data-camera]:not([data-camera="starting"])').waitFor();
      await type(page, booking, "eligible");
    },
  },
  { name: "see-officer", open: (page, hall) => scan("lost-passport", "see-officer")(page, hall) },
  { name: "outage", open: scan("outage", "outage") },
  { name: "served-in-time", open: scan("served-in-time", "served-in-time") },
  { name: "no-ticket", open: scan("no-number", "no-ticket") },
  { name: "other-day", open: scan("other-day", "other-day") },
  { name: "unknown", open: scan("unknown", "unknown") },
  { name: "unreadable", open: (page) => type(page, UNREADABLE, "unreadable") },
  {
    name: "ambiguous",
    open: (page) => type(page, "Pemohon 1: 3512000000000017 Pemohon 2: 3512000000000025", "ambiguous"),
  },
  {
    name: "already-received",
    open: async (page, hall) => type(page, await received(hall.office), "already-received"),
  },
  {
    name: "not-yet-closing",
    office: { hours: { opens: "07:00", closes: "11:00" } },
    open: scanNew(70, "not-yet"),
  },
  { name: "eligible-room-closed", office: ROOM_CLOSED, open: asked(null) },
  { name: "see-officer-room-closed", office: ROOM_CLOSED, open: scan("lost-passport", "see-officer") },
  { name: "outage-room-closed", office: ROOM_CLOSED, open: scan("outage", "outage") },
  {
    name: "closed",
    office: { workingDays: [1, 3, 4, 5] },
    open: (page) => shown(page, "closed"),
  },
  ...TROUBLES,
];
