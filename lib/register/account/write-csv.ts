import "server-only";
import type { Cell, Table } from "./types";
import type { ReportWords } from "./words";

const MINUTE_MS = 60_000;

/** What a spreadsheet would take for a formula when a cell begins with it, also after blanks. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe before what begins like one. Outage reasons and
 * souvenirs are typed by people, and a file is opened by others.
 */
export function harmless(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return FORMULA.test(text) || FORMULA.test(line) ? `'${line}` : line;
}

const decimal = (value: number, digits: number) => value.toFixed(digits).replace(".", ",");

function plain(cell: Cell, words: ReportWords): string {
  switch (cell?.kind) {
    case undefined:
      return "";
    case "text":
      return harmless(cell.value);
    case "count":
      return String(cell.value);
    case "duration":
      return `${cell.atLeast ? "> " : ""}${decimal(cell.value / MINUTE_MS, 2)}`;
    case "share":
      return decimal(cell.value * 100, 2);
    case "date":
      return cell.value.split("-").reverse().join("/");
    case "instant":
      return words.localStamp(cell.value);
  }
}

const quoted = (value: string) => (/[";\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/**
 * Tables as one CSV that Excel opens right under Indonesian settings: UTF-8 with a mark, semicolons, decimal commas,
 * dates day first. Durations are minutes, shares percents: a column of durations says so in its head, and where a column
 * is mixed, the row does. Each table has its title above, its heads, and a blank line after.
 */
export function writeCsv(title: readonly string[], tables: readonly Table[], words: ReportWords): string {
  const unit = words.say("column.inMinutes");
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(";")}\r\n`;
  const body = tables.map(({ title: name, columns, rows }) => {
    const timed = columns.map(
      (_, index) =>
        rows.every((row) => ["duration", undefined].includes(row[index]?.kind)) &&
        rows.some((row) => row[index]),
    );
    const heads = columns.map(({ label }, index) => (timed[index] ? `${label} (${unit})` : label));
    const unitOf = (cell: Cell, index: number): string[] => {
      if (cell?.kind === "share") return [" (%)"];
      return cell?.kind === "duration" && timed[index] !== true ? [` (${unit})`] : [];
    };
    const cells = rows.map((row) => {
      const units = [...new Set(row.flatMap(unitOf))].join("");
      return line(row.map((cell, index) => plain(cell, words) + (index === 0 ? units : "")));
    });
    return [line([harmless(name)]), line(heads.map(harmless)), ...cells, "\r\n"].join("");
  });
  return `\uFEFF${title.map((text) => line([harmless(text)])).join("")}\r\n${body.join("")}`;
}
