import type { Page } from "@playwright/test";
import { changeSettings } from "../support/settings";
import { inkHeight, readCodes, renderSlip, type SlipImage } from "../support/slip-image";
import { expect, test } from "./fixtures";
import { button, scan, words } from "./kiosk";
import { arrive } from "./outcomes";

const PAPERS = [
  { paperWidth: "80", number: 15 },
  { paperWidth: "58", number: 10 },
] as const;

const MM_PER_PX = 25.4 / 96;

/** What the kiosk's printer would put on paper now: the sheet has measured itself and set the page to its size. */
async function paper(page: Page): Promise<SlipImage> {
  await page.waitForFunction(() =>
    document.adoptedStyleSheets.some((sheet) =>
      [...sheet.cssRules].some((rule) => rule instanceof CSSPageRule),
    ),
  );
  return renderSlip(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
}

/** From where to where on the slip, in mm, its large number stands. */
function numberBand(page: Page): Promise<{ from: number; to: number }> {
  return page.evaluate((mmPerPx) => {
    const sheet = document.querySelector("#slip-sheet")?.getBoundingClientRect();
    const number = document.querySelector("#slip-sheet .slip-number")?.getBoundingClientRect();
    if (!sheet || !number) throw new Error("no slip on the page");
    return { from: (number.top - sheet.top) * mmPerPx, to: (number.bottom - sheet.top) * mmPerPx };
  }, MM_PER_PX);
}

for (const { paperWidth, number } of PAPERS) {
  test.describe(`on ${paperWidth} mm paper`, () => {
    test.beforeAll(({ office }) => changeSettings(office, { paperWidth }));

    test("the voucher is one page with a code that reads and a number that is large, again the same", async ({
      office,
      kiosk,
    }) => {
      const booking = await arrive(office, 130);
      await scan(kiosk, booking);
      await expect(kiosk.locator('[data-print="askCameOut"]')).toBeVisible();
      const first = await paper(kiosk);
      expect(first.pages).toBe(1);
      expect(first.widthMm).toBeCloseTo(Number(paperWidth), 0);
      expect(await readCodes(first)).toEqual([expect.stringMatching(/^JNJ1[0-9A-Z]{32}$/)]);
      const { from, to } = await numberBand(kiosk);
      expect(inkHeight(first, from, to)).toBeGreaterThanOrEqual(number);
      expect(first.letters).toContain(booking.slice(-4));
      expect(first.letters).not.toContain(booking);
      expect(first.letters).not.toContain("ContohPemohon");

      await button(kiosk, words.eligible.no).click();
      await button(kiosk, words.eligible.reprint).click();
      await expect(kiosk.locator('[data-print="askCameOut"]')).toBeVisible();
      const again = await paper(kiosk);
      expect(Buffer.compare(Buffer.from(again.rgba), Buffer.from(first.rgba))).toBe(0);
    });

    test("the direction slip is one page and says nothing of the ticket", async ({ office, kiosk }) => {
      const booking = await arrive(office, 130, () => ({ registeredInSmart: false, queueNumber: "B-917" }));
      await scan(kiosk, booking);
      await expect(button(kiosk, words.seeOfficer.yes)).toBeVisible();
      const slip = await paper(kiosk);
      expect(slip.pages).toBe(1);
      expect(slip.widthMm).toBeCloseTo(Number(paperWidth), 0);
      expect(slip.letters).toContain("RuangPengaduan");
      expect(slip.letters).not.toContain(booking.slice(-4));
      expect(slip.letters).not.toContain("917");
      expect(await readCodes(slip)).toEqual([]);
    });
  });
}

test.afterAll(({ office }) => changeSettings(office, { paperWidth: "80" }));
