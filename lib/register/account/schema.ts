import { z } from "zod";

const DAY_MS = 86_400_000;
/** The longest account: a leap year. */
const MOST_DAYS = 366;

const date = z.iso.date().refine((value) => value >= "2000-01-01" && value < "2100-01-01");

/** Local dates, both included; at most a year. */
export const periodInput = z
  .object({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "before its beginning" })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS, {
    path: ["to"],
    error: "longer than a year",
  });

export const issueReportInput = z.object({
  period: periodInput,
  key: z.string().min(16).max(64),
});

export const REPORT_FORMATS = ["pdf", "xlsx", "csv"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const format = z.enum(REPORT_FORMATS);

/** A file of a period as it stands now, or of a report that was issued. */
export const reportFileInput = z.union([
  z.object({ format, id: z.uuid() }),
  z.object({ format, period: periodInput }),
]);
export type ReportFileInput = z.output<typeof reportFileInput>;
