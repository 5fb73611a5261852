import { describe, expect, test } from "vitest";
import { DEMO_SETTINGS } from "@/lib/office/default-settings";
import { accountFigures } from "@/lib/register/account/account-figures";
import { reportCharts } from "@/lib/register/account/charts/report-charts";
import { reportNumber } from "@/lib/register/account/document-number";
import { ReportDocument, type IssuedAs } from "@/lib/register/account/pdf/report-document";
import { neighbour, periodKind, periodsAround } from "@/lib/register/account/period";
import { reportOffice } from "@/lib/register/account/snapshot";
import { writePdf } from "@/lib/register/pdf/write-pdf";
import { accountRows, accountTicket, accountVoucher, MONDAY, wibOf } from "../../../support/account-rows";
import { pdfInk, pdfPages } from "../../../support/pdf-text";
import { testWords } from "../../../support/report-words";

const ISSUED: IssuedAs = {
  number: "007/JANJI/XII/2026",
  issuedAt: wibOf("09:00", "2026-12-01"),
  sha256: "ab".repeat(32),
};
const tickets = [
  accountTicket("a", { biometricStartedAt: wibOf("10:30") }),
  accountTicket("b"),
  accountTicket("c", { biometricStartedAt: null, underReview: true }),
];
const outages = Array.from({ length: 40 }, (_, index) => ({
  ...{ system: "Server biometrik", reason: `Contoh sebab ${index}` },
  ...{ startedAt: wibOf("07:00") + index * 600_000, endedAt: wibOf("07:05") + index * 600_000 },
}));
const write = (
  figures: ReturnType<typeof accountFigures>,
  issued: IssuedAs | null,
  locale: "id" | "en" = "id",
) =>
  writePdf(
    ReportDocument({ figures, office: reportOffice(DEMO_SETTINGS), words: testWords(locale), issued }),
  );
const draw = async (...of: Parameters<typeof write>) => pdfPages(await write(...of));

describe("the report on paper", () => {
  test("has letterhead, number, figures, who signs, and a foot on each page", async () => {
    const vouchers = [accountVoucher("a", { state: "LAPSED" })];
    const pdf = await write(accountFigures(accountRows({ tickets, vouchers, outages })), ISSUED);
    const pages = await pdfPages(pdf);
    // The foot lies on the paper of each page, and not only in the file.
    for (const ink of await pdfInk(pdf, 0.94, 0.98)) expect(ink).toBeGreaterThan(0.001);
    expect(pages[0]).toContain("KANTOR IMIGRASI BLITAR");
    expect(pages[0]).toContain("Nomor: 007/JANJI/XII/2026");
    expect(pages[0]).toContain("Periode: November 2026");
    expect(pages[0]).toContain(
      "3 pemohon datang dalam 2 hari layanan; 2 di antaranya menunggu lebih dari 2 jam",
    );
    expect(pages[0]).toContain("0 pemohon berhak pada akhir hari tetapi tidak mengambil voucher");
    expect(pages[0]).toContain("Tanpa voucher");
    expect(pages.at(-1)).toContain("Blitar, 1 Desember 2026");
    expect(pages.at(-1)).toContain("Kepala Contoh");
    expect(pages.at(-1)).toContain("abababab");
    pages.forEach((page, index) => {
      expect(page).toContain(`Pelayanan · 007/JANJI/XII/2026 Halaman ${index + 1} dari ${pages.length}`);
      expect(page).not.toContain("DRAF");
    });
    // The head of a long table comes again where it goes on.
    expect(pages.filter((page) => page.includes("Sebab")).length).toBeGreaterThan(1);
    expect(pages.join()).not.toContain("F.2.g");
  });

  test("that nobody issued says DRAF on each page, and a month without claims says so", async () => {
    const pages = await draw(
      accountFigures(accountRows({ period: { from: "2026-09-01", to: "2026-11-30" } })),
      null,
    );
    for (const page of pages) expect(page).toContain("DRAF");
    expect(pages[0]).toContain("Klaim kompensasi: nihil.");
    expect(pages.join().match(/(September|Oktober|November) 2026[^A-Z]*Nihil/g)?.length).toBe(3);
    expect((await draw(accountFigures(accountRows()), null, "en"))[0]).toContain(
      "Claims for compensation: none.",
    );
  });
});

describe("charts", () => {
  const canvas = { width: 400, height: 200, text: 10 };
  const canvases = { waits: canvas, heat: canvas, trend: canvas, compensation: canvas };

  test("stay within their canvas, whatever they show", () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      accountTicket(String(index), {
        biometricStartedAt: index % 9 === 0 ? null : wibOf("08:00") + index * 90_000,
      }),
    );
    for (const rows of [accountRows(), accountRows({ tickets }), accountRows({ tickets: many })])
      for (const { drawing } of Object.values(reportCharts(accountFigures(rows), testWords("en"), canvases)))
        for (const shape of drawing.shapes) {
          if (shape.kind !== "rect") continue;
          expect(Math.min(shape.x, shape.y, shape.width, shape.height)).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width + 1e-6);
          expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height + 1e-6);
        }
  });
});

describe("periods and numbers", () => {
  test("a date's month, quarter and year, and their neighbours", () => {
    const { month, quarter, year } = periodsAround("2028-02-29");
    expect([month, quarter, year]).toEqual([
      { from: "2028-02-01", to: "2028-02-29" },
      { from: "2028-01-01", to: "2028-03-31" },
      { from: "2028-01-01", to: "2028-12-31" },
    ]);
    expect([month, quarter, year].map(periodKind)).toEqual(["month", "quarter", "year"]);
    expect(neighbour(quarter, -1)).toEqual({ from: "2027-10-01", to: "2027-12-31" });
    expect(neighbour(month, 1)).toEqual({ from: "2028-03-01", to: "2028-03-31" });
    expect(neighbour({ from: MONDAY, to: "2026-11-04" }, -1)).toEqual({
      from: "2026-10-30",
      to: "2026-11-01",
    });
  });

  test("a number follows the office's own pattern", () => {
    expect(reportNumber("{seq}/JANJI/{month}/{year}", 7, "2026-11-24")).toBe("007/JANJI/XI/2026");
    expect(reportNumber("W15-{year}-{seq}", 1234, "2027-01-02")).toBe("W15-2027-1234");
  });
});
