import "server-only";
import { catalogue } from "@/lib/platform/messages";
import type { FileProblem, RowOutcome } from "./types";

interface Words {
  readonly report: Readonly<Record<"line" | "ticket" | "result" | "field" | "reason" | "file", string>>;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** A cell that no spreadsheet takes for a formula, whatever the file's author wrote into it. */
function cell(value: string | number): string {
  const text = String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What became of a file, row by row, as Excel in Indonesian opens it: UTF-8 with a mark, semicolons. No names. */
export function importReport(
  { problem, rows }: { readonly problem: FileProblem | null; readonly rows: readonly RowOutcome[] },
  locale: string,
): string {
  const words = catalogue(locale).import as unknown as Words;
  const { line, ticket, result, field, reason, file } = words.report;
  const lines: (string | number)[][] = [[line, ticket, result, field, reason]];
  if (problem) lines.push(["", "", words.verdicts.REFUSED ?? "", file, words.problems[problem] ?? problem]);
  for (const row of rows) {
    const why = row.reason === null ? "" : (words.reasons[row.reason] ?? words.reasons.OTHER ?? row.reason);
    const where = row.field === null ? "" : (words.fields[row.field] ?? row.field);
    lines.push([row.line, row.ticketId ?? "", words.verdicts[row.result] ?? row.result, where, why]);
  }
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`;
}
