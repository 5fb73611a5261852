import "server-only";
import writeExcelFile, { type Cell as SheetCell } from "write-excel-file/node";
import { instantOf } from "@/lib/office/local-time";
import { localDate } from "@/lib/rules/local-date";
import type { Cell, Table } from "./types";
import type { ReportWords } from "./words";

const DAY_MS = 86_400_000;
/** Characters that XML cannot hold would make a file that Excel calls damaged. */
const storable = (text: string) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");

/** Spreadsheets know no time zones: an instant is written as the office's clocks show it. */
const shown = (instant: number, timeZone: string): Date => {
  const date = localDate(instant, timeZone);
  const sinceMidnight = instant - instantOf(date, "00:00", timeZone);
  return new Date(Date.parse(`${date}T00:00:00Z`) + sinceMidnight);
};

/** Text is stored as text: a spreadsheet reads a formula only from cells that are marked as one. */
function sheetCell(cell: Cell, { timeZone }: ReportWords, strong: boolean): SheetCell {
  const style = strong ? ({ fontWeight: "bold", topBorderStyle: "thin" } as const) : {};
  switch (cell?.kind) {
    case undefined:
      return null;
    case "text":
      return { type: String, value: storable(cell.value), ...style };
    case "count":
      return { type: Number, value: cell.value, format: "#,##0", ...style };
    case "duration":
      return {
        type: Number,
        value: cell.value / DAY_MS,
        format: cell.atLeast ? '"> "[h]:mm' : "[h]:mm",
        ...style,
      };
    case "share":
      return { type: Number, value: cell.value, format: "0.0%", ...style };
    case "date":
      return { type: Date, value: new Date(`${cell.value}T00:00:00Z`), format: "dd/mm/yyyy", ...style };
    case "instant":
      return { type: Date, value: shown(cell.value, timeZone), format: "dd/mm/yyyy hh:mm", ...style };
  }
}

/** A sheet's name may hold 31 characters and none of these. */
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** Tables as a workbook, a sheet each: numbers, dates and durations are real ones, so that Excel can go on with them. */
export async function writeXlsx(
  title: readonly string[],
  tables: readonly Table[],
  words: ReportWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title: name, note, columns, rows, totalled = false }, index) => {
    const above = [...(index === 0 ? title : [title[0] ?? ""]), ...(note === undefined ? [] : [note])];
    const heads = columns.map(({ label, align }): SheetCell => ({
      ...{ type: String, value: label, fontWeight: "bold", align, wrap: true, alignVertical: "bottom" },
      ...{ bottomBorderStyle: "thin", backgroundColor: "#f0e8d9" },
    }));
    return {
      sheet: sheetName(name),
      stickyRowsCount: above.length + 2,
      columns: columns.map(({ align, width }) => ({
        width: align === "left" ? Math.max(14, width * 11) : 14,
      })),
      data: [
        ...above.map((line, row): SheetCell[] => [
          { type: String, value: storable(line), ...(row === 0 ? { fontWeight: "bold" } : {}) },
        ]),
        [],
        heads,
        ...rows.map((row, at) =>
          row.map((cell) => sheetCell(cell, words, totalled && at === rows.length - 1)),
        ),
      ],
    };
  });
  return Uint8Array.from(await writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer());
}
