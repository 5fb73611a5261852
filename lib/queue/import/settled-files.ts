import "server-only";

/** Where files of the drop folder go once they were dealt with. */
export const SETTLED = ["done", "refused"] as const;
/** What stands behind a file's name in that of its report. */
export const REPORT = ".report.csv";
/** When a file was settled (UTC, the system's clock), then four random bytes, then its own name. */
const SETTLED_NAME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]{8}-(.+)$/;

/** When a settled file was settled (epoch ms) and what it was called; null for one that somebody else laid there. */
export function settledName(file: string): { readonly at: number; readonly name: string } | null {
  const [, year, month, day, hour, minute, second, name] = SETTLED_NAME.exec(file) ?? [];
  if (name === undefined) return null;
  return { at: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`), name };
}
