import "server-only";
import { createHash } from "node:crypto";
import type { OfficeSettings } from "@/lib/office/schema";
import type { AccountFigures, ReportOffice, ReportSnapshot } from "./types";

/** The part of the settings that stands on a report. */
export function reportOffice(settings: OfficeSettings): ReportOffice {
  const { name, subtitle, letterhead, zoneLabel, hours } = settings;
  return { name, subtitle, letterhead, zoneLabel, closes: hours.closes };
}

/** What an issued report keeps, as text, and its SHA-256 in hexadecimal. */
export function sealed(figures: AccountFigures, office: ReportOffice): { document: string; sha256: string } {
  const document = JSON.stringify({ figures, office } satisfies ReportSnapshot);
  return { document, sha256: sha256Of(document) };
}

export const sha256Of = (document: string): string => createHash("sha256").update(document).digest("hex");

/** An issued report's content; null when it is no longer what its fingerprint was taken of. */
export function unsealed({ document, sha256 }: { document: string; sha256: string }): ReportSnapshot | null {
  return sha256Of(document) === sha256 ? (JSON.parse(document) as ReportSnapshot) : null;
}
