import "server-only";
import { recordLook } from "@/lib/audit/looks";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { locales } from "@/lib/platform/messages";
import type { ActionResult } from "@/lib/platform/types";
import { writePdf } from "@/lib/register/pdf/write-pdf";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { accountFigures } from "./account-figures";
import { ReportDocument, type IssuedAs } from "./pdf/report-document";
import { readAccount } from "./read-account";
import type { ReportFileInput, ReportFormat } from "./schema";
import { reportOffice, unsealed } from "./snapshot";
import { reportTables } from "./tables/report-tables";
import type { ReportSnapshot } from "./types";
import { reportWords, type ReportWords, type Say } from "./words";
import { writeCsv } from "./write-csv";
import { writeXlsx } from "./write-xlsx";

export interface ReportFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly type: string;
}

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

interface Source extends ReportSnapshot {
  readonly issued: IssuedAs | null;
}

async function bytesOf({ figures, office, issued }: Source, format: ReportFormat, words: ReportWords) {
  if (format === "pdf")
    return writePdf(
      ReportDocument({ figures, office, words, issued, sample: environment().mode === "demo" }),
    );
  const { say } = words;
  const title = [
    `${say("document.title")} · ${office.name}`,
    say("document.periodOf", { period: words.period(figures.period) }),
    ...(issued
      ? [
          say("document.number", { number: issued.number }),
          say("document.asOf", { at: words.instant(figures.asOf) }),
          say("document.fingerprint", { hash: issued.sha256 }),
        ]
      : [say("document.draftNote", { at: words.instant(figures.asOf) })]),
  ];
  const tables = reportTables(figures, words, false);
  if (format === "xlsx") return writeXlsx(title, tables, words);
  return Uint8Array.from(Buffer.from(writeCsv(title, tables, words), "utf8"));
}

async function sourceOf(input: ReportFileInput): Promise<Source | "UNKNOWN_REPORT" | "REPORT_DAMAGED"> {
  if ("id" in input) {
    const row = await reader().accountReport.findUnique({ where: { id: input.id } });
    if (!row) return "UNKNOWN_REPORT";
    const snapshot = unsealed(row);
    if (!snapshot) return "REPORT_DAMAGED";
    const { number, issuedAt, sha256 } = row;
    return { ...snapshot, issued: { number, issuedAt: issuedAt.getTime(), sha256 } };
  }
  const settings = await readSettings(reader());
  const figures = accountFigures(await readAccount(input.period, now().getTime(), settings));
  return { figures, office: reportOffice(settings), issued: null };
}

/**
 * The account as a file: of a period as it stands now, a draft, or of an issued report as it stood then. An issued report
 * is in the office's first language, whoever downloads it. Files hold no count of the review flag (F.2.g), and each
 * download is recorded. Refusals: UNKNOWN_REPORT, REPORT_DAMAGED.
 * @param sayIn the report's catalogue in a language
 */
export async function reportFile(
  { account }: StaffContext,
  input: ReportFileInput,
  locale: string,
  sayIn: (locale: string) => Promise<Say>,
): Promise<ActionResult<ReportFile>> {
  const source = await sourceOf(input);
  if (typeof source === "string") return { ok: false, code: source };
  const { figures, office, issued } = source;
  const { from, to } = figures.period;
  const subject = { kind: "report", id: "id" in input ? input.id : `${from}..${to}` };
  await recordLook(account.id, "report.downloaded", subject);
  const language = issued ? (locales()[0] ?? locale) : locale;
  const say = await sayIn(language);
  const words = reportWords(say, language, { timeZone: figures.timeZone, zoneLabel: office.zoneLabel });
  const bytes = await bytesOf(source, input.format, words);
  const mark = issued ? issued.number.replace(/[^A-Za-z0-9]+/g, "-") : "draf";
  const name = `${say("files.name")}-${from}-${to}-${mark}.${input.format}`;
  return { ok: true, value: { bytes, name, type: TYPES[input.format] } };
}
