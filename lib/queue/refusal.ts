import "server-only";
import type { z } from "zod";
import type { IngestAnswer } from "./types";

/** What a field should have been, for whoever builds the bridge: stable English sentences, never the value itself. */
const EXPECTED: Readonly<Record<string, string>> = {
  "(item)": "each ticket is an object with ticketId and updatedAt",
  ticketId: "text of 1 to 100 characters on one line, the same for every version of this ticket",
  bookingCode: "4 to 32 letters or digits; spaces, hyphens and dots are dropped",
  queueNumber: "text of 1 to 20 characters on one line",
  serviceDate: "a date that exists, as YYYY-MM-DD",
  applicationType: "one of NEW, REPLACEMENT, OTHER",
  replacementReason: "one of EXPIRED, FULL, DAMAGED, LOST, DATA_CHANGE",
  bookingChannel: "one of M_PASPOR, ONLINE_QUEUE, WALK_IN",
  registeredInSmart: "true, false or null",
  underReview: "true, false or null",
  applicantName: "text of 1 to 120 characters on one line",
};
const INSTANT = "ISO 8601 with seconds and an offset or Z, from 2000 to 2100, like 2026-11-24T08:00:00+07:00";

/** The answer to an item that cannot be taken: the first field at fault, why, and what it should have been. */
export function refusalOf(raw: unknown, issues: readonly z.core.$ZodIssue[]): IngestAnswer {
  const id = typeof raw === "object" && raw !== null && "ticketId" in raw ? raw.ticketId : null;
  const ticketId = typeof id === "string" ? id.slice(0, 100) : null;
  const issue = issues[0];
  if (issue?.code === "unrecognized_keys") {
    const field = (issue.keys[0] ?? "(item)").slice(0, 100);
    const message = "no field of a ticket has this name; it may be misspelt";
    return { ticketId, result: "REFUSED", field, reason: "UNKNOWN_FIELD", message };
  }
  const field = issue?.path.map(String).join(".") || "(item)";
  const missing = field !== "(item)" && typeof raw === "object" && raw !== null && !Object.hasOwn(raw, field);
  const reason = missing ? "MISSING" : (issue?.code ?? "invalid").toUpperCase();
  const message = EXPECTED[field] ?? (/(At)$/.test(field) ? INSTANT : (issue?.message ?? "not understood"));
  return { ticketId, result: "REFUSED", field, reason, message };
}
