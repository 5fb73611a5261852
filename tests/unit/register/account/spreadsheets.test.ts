import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import id from "@/messages/id/report.json" with { type: "json" };
import { accountFigures } from "@/lib/register/account/account-figures";
import { reportTables } from "@/lib/register/account/tables/report-tables";
import { harmless, writeCsv } from "@/lib/register/account/write-csv";
import { writeXlsx } from "@/lib/register/account/write-xlsx";
import { accountRows, accountTicket, accountVoucher, wibOf } from "../../../support/account-rows";
import { testWords } from "../../../support/report-words";
import { unzipped } from "../../../support/unzip";

const words = testWords("id");

const ATTACK = '=HYPERLINK("http://contoh.invalid";"klik")';
const figures = accountFigures(
  accountRows({
    tickets: [
      accountTicket("a", { biometricStartedAt: wibOf("10:30") }),
      accountTicket("b"),
      accountTicket("c", { biometricStartedAt: null }),
    ],
    vouchers: [
      accountVoucher("a", {
        state: "COMPLETED",
        steps: [{ step: "APOLOGY", state: "DONE", at: wibOf("10:15") + 90_000 }],
      }),
    ],
    outages: [
      { system: "@SUM(1)", reason: ATTACK, startedAt: wibOf("12:00"), endedAt: wibOf("12:45") },
      {
        system: "\t=1",
        reason: 'koma; dan "kutip"\nbaris',
        startedAt: wibOf("13:00"),
        endedAt: wibOf("13:01"),
      },
    ],
    souvenirs: [{ name: "+1+1", stock: 3, movements: [{ kind: "HANDED_OUT", change: -1 }] }],
    decisions: [{ outcome: "ELIGIBLE", source: "KIOSK", count: 7 }],
    promises: { made: 2, kept: 1, open: 1 },
  }),
);
const tables = reportTables(figures, words, false);

describe("every word of every table", () => {
  test("is in both languages", () => {
    for (const one of [words, testWords("en")])
      for (const table of reportTables(figures, one, true))
        for (const row of table.rows)
          expect(row.map((cell) => one.cell(cell)).join()).not.toContain("undefined");
  });
});

describe("CSV for Excel under Indonesian settings", () => {
  const csv = writeCsv(["Laporan"], tables, words);
  const rows = parse(csv, { bom: true, delimiter: ";", relaxColumnCount: true, skipEmptyLines: true });
  const rowOf = (head: string) => rows.find(([first]) => first === head);

  test("has a mark, semicolons, line ends of its own and decimal commas", () => {
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(rowOf(`${id.row.keptShare} (%)`)?.[1]).toBe("33,33");
    expect(rowOf(`${id.row.apologyMedian} (menit)`)?.[1]).toBe("1,50");
  });

  test("says units where a column is mixed, and what is known only to be more", () => {
    // From eight until the office closes at four.
    expect(rowOf(`${id.row.longest} (menit)`)?.[1]).toBe("> 480,00");
    const daily = rows.find((row) => row.includes(`${id.column.longest} (menit)`));
    expect(daily?.[0]).toBe(id.column.month);
    expect(rowOf("02/11/2026")).toContain("> 480,00");
  });

  test("holds the figures", () => {
    expect(rowOf(id.row.tickets)?.[1]).toBe("3");
    expect(rowOf(id.row.passed)?.[1]).toBe("2");
    expect(rowOf(id.row.issued)?.[1]).toBe("1");
    expect(rowOf("02/11/2026")?.slice(1, 6)).toEqual(["Senin", "3", "2", "1", "2"]);
    expect(rowOf(id.outcome.ELIGIBLE)).toEqual([id.outcome.ELIGIBLE, "2", "1"]);
  });

  test("no cell is taken for a formula, whoever typed it", () => {
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    expect(rows.flat()).toContain(`'${ATTACK}`);
    expect(rows.flat()).toContain("'+1+1");
    expect(rows.flat()).toContain('koma; dan "kutip" baris');
    for (const text of ["=1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n+1", "＝1"])
      expect(harmless(text), JSON.stringify(text)).toMatch(/^'/);
    expect(harmless("Server = biometrik")).toBe("Server = biometrik");
  });

  test("no document tells of the review flag", () => {
    expect(csv).not.toContain("F.2.g");
    expect(JSON.stringify(reportTables(figures, words, true))).toContain("F.2.g");
  });
});

describe("the workbook", () => {
  test("has a sheet a table, real numbers, dates and durations, and no formula", async () => {
    const parts = unzipped(await writeXlsx(["Laporan"], tables, words), inflateRawSync);
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(tables.map(({ title }) => title));
    const sheets = tables.map((_, index) => parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? "");
    for (const sheet of sheets) {
      expect(sheet.length).toBeGreaterThan(100);
      expect(sheet).not.toMatch(/<f[ >]/);
    }
    const numbers = (sheet: string | undefined) =>
      [...(sheet ?? "").matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>([\d.E-]+)<\/v>/g)].map(([, value]) =>
        Number(value),
      );
    const daily = numbers(sheets[tables.findIndex(({ key }) => key === "daily")]);
    // 2 November 2026 as Excel counts days, then what happened on it.
    expect(daily).toContain(46328);
    expect(numbers(sheets[0])).toContain(90_000 / 86_400_000);
    expect(parts.get("xl/styles.xml")).toContain("&quot;&gt; &quot;[h]:mm");
    const strings = parts.get("xl/sharedStrings.xml") ?? sheets.join("");
    expect(strings).toContain("=HYPERLINK(");
  });
});
