import Database from "better-sqlite3";
import path from "node:path";
import type { Page } from "@playwright/test";
import { officeNow } from "../support/feed";
import type { RunningServer } from "../support/server";
import { expect, prints, test } from "./fixtures";
import { awake, button, scan, screen, words } from "./kiosk";
import { arrive } from "./outcomes";

/** A kiosk PC whose battery is empty. */
const WRONG_BY_MS = 5 * 365 * 86_400_000 + 12_345_000;

const print = (page: Page, view: string) => page.locator(`[data-print="${view}"]`);

/** What became of the slips of a booking's voucher, the first copy first. */
function printJobs(office: RunningServer, last4: string): string[] {
  const db = new Database(path.join(office.dataDir, "janji.db"), { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT job.state FROM print_jobs job JOIN vouchers voucher ON voucher.id = job.voucherId
         WHERE voucher.bookingLast4 = ? ORDER BY job.copy`,
      )
      .all(last4) as { state: string }[];
    return rows.map(({ state }) => state);
  } finally {
    db.close();
  }
}

test.describe("still inside the promise", () => {
  test("counts down on the server's clock, whatever the kiosk's own says", async ({ office, page }) => {
    await page.addInitScript((behindMs) => {
      const RealDate = Date;
      window.Date = class extends RealDate {
        constructor(...given: [] | [number | string | Date]) {
          super(given.length === 0 ? RealDate.now() - behindMs : given[0]);
        }
        static override now = () => RealDate.now() - behindMs;
      } as DateConstructor;
    }, WRONG_BY_MS);
    await page.goto("/kiosk");
    await awake(page);
    const booking = await arrive(office, 70);
    const again = (await officeNow(office)) + 50 * 60_000;
    await scan(page, booking);
    const countdown = page.locator("[data-countdown]");
    await expect(countdown).toHaveText(/^49 menit \d+ detik/);
    const clock = new Intl.DateTimeFormat("id-ID", { timeZone: "Asia/Jakarta", timeStyle: "short" });
    const minutes = [0, 1].map((minute) => clock.format(again + minute * 60_000));
    expect(minutes).toContain(await page.locator("[data-check-again]").innerText());
    const shown = await countdown.innerText();
    await expect(countdown).not.toHaveText(shown);
  });
});

test.describe("a voucher", () => {
  test("is printed once, and its slip asked for", async ({ office, kiosk }) => {
    const booking = await arrive(office, 130);
    await scan(kiosk, booking);
    await expect(print(kiosk, "askCameOut")).toBeVisible();
    expect(await prints(kiosk)).toBe(1);
    await expect.poll(() => printJobs(office, booking.slice(-4))).toEqual(["UNCONFIRMED"]);
    await button(kiosk, words.eligible.yes).click();
    await expect(print(kiosk, "confirmed")).toBeVisible();
    await expect.poll(() => printJobs(office, booking.slice(-4))).toEqual(["CONFIRMED"]);
  });

  test("whose slip did not come out keeps its number, and prints once more unaided", async ({
    office,
    kiosk,
  }) => {
    const booking = await arrive(office, 130);
    await scan(kiosk, booking);
    const number = kiosk.locator(".number-box [role=img]");
    const before = await number.getAttribute("aria-label");
    await button(kiosk, words.eligible.no).click();
    await expect(print(kiosk, "failed")).toBeVisible();
    await expect(number).toHaveAttribute("aria-label", before ?? "");
    await button(kiosk, words.eligible.reprint).click();
    await expect(print(kiosk, "askCameOut")).toBeVisible();
    expect(await prints(kiosk)).toBe(2);
    await button(kiosk, words.eligible.no).click();
    await expect(print(kiosk, "failed")).toBeVisible();
    await expect(button(kiosk, words.eligible.reprint)).toBeHidden();
    await expect.poll(() => printJobs(office, booking.slice(-4))).toEqual(["FAILED", "FAILED"]);
  });

  test("scanned again is the same, and prints only when asked", async ({ office, kiosk }) => {
    const booking = await arrive(office, 130);
    await scan(kiosk, booking);
    const number = kiosk.locator(".number-box [role=img]");
    const before = await number.getAttribute("aria-label");
    await button(kiosk, words.eligible.yes).click();
    await button(kiosk, words.eligible.done).click();
    await expect(screen(kiosk, "attract")).toBeVisible();
    await scan(kiosk, booking);
    await expect(print(kiosk, "rescan")).toBeVisible();
    await expect(number).toHaveAttribute("aria-label", before ?? "");
    expect(await prints(kiosk)).toBe(1);
    await button(kiosk, words.eligible.reprint).click();
    await expect(print(kiosk, "askCameOut")).toBeVisible();
    expect(await prints(kiosk)).toBe(2);
  });
});

test.describe("the way to an officer", () => {
  test("is one answer, byte for byte, whatever the cause", async ({ office, kiosk }) => {
    const causes = [
      { underReview: true },
      { registeredInSmart: false },
      { applicationType: "OTHER" },
      { applicationType: "REPLACEMENT", replacementReason: "LOST" },
    ] as const;
    const bodies: string[] = [];
    // Read on the way: a browser does not keep the bodies of streamed answers for long.
    await kiosk.route("**/kiosk/check", async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      if (body.includes("SEE_OFFICER")) bodies.push(body);
      return route.fulfill({ response, body });
    });
    for (const cause of causes) {
      const booking = await arrive(office, 130, () => cause);
      await scan(kiosk, booking);
      await expect(screen(kiosk, "see-officer")).toBeVisible();
      await button(kiosk, words.seeOfficer.yes).click();
      await button(kiosk, words.seeOfficer.done).click();
      await expect(screen(kiosk, "attract")).toBeVisible();
    }
    expect(bodies).toHaveLength(causes.length);
    expect(new Set(bodies.map(({ length }) => length)).size).toBe(1);
    const apart = bodies.map((body) =>
      body.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, "ID").replace(/\b\d{13}\b/g, "INSTANT"),
    );
    expect(new Set(apart).size).toBe(1);
    expect(apart[0]).not.toMatch(/waited|underReview|queueNumber|last4/);
  });
});
