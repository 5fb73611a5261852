import "server-only";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";
import { localDate } from "@/lib/rules/local-date";
import { applicantRef } from "./applicant";
import type { TicketInput } from "./schema";
import type { TicketSource } from "./types";

const COMPARED = [
  ...["bookingCode", "queueNumber", "serviceDate", "biometricTicketAt", "calledAt", "biometricStartedAt"],
  ...["completedAt", "applicationType", "replacementReason", "bookingChannel", "registeredInSmart"],
  ...["applicantName", "applicantRef"],
] as const;
/** What tells of a ticket who it is; empty on service dates before the one from which such data are kept. */
export const PERSONAL = { bookingCode: null, bookingLast4: null, applicantName: null } as const;

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));

/** A delivered version of a ticket, as the database keeps it. */
export type TicketRow = ReturnType<typeof toRow>;

/** What is compared of a row that is stored already. */
export type StoredRow = Pick<Ticket, "sourceUpdatedAt"> & Partial<Ticket>;

/** What turns a version into a row beside the version itself. */
export interface Taking {
  /** IANA name. */
  readonly timeZone: string;
  /** `YYYY-MM-DD`, the office's local date. */
  readonly from: string;
}

function sourceName(source: TicketSource): string {
  return source.kind === "FEED" ? `feed:${source.feedTokenId}` : source.kind.toLowerCase();
}

/**
 * A delivered version as a row. Everything in it follows from the version alone, never from what was known before or
 * when it came, so that the order of deliveries cannot matter. A service date that was left out is the local date of
 * the first thing that happened, or else of the version itself.
 * @param taking the office's zone, and the first service date whose personal data are taken in (lib/office/retention).
 */
export function toRow(input: TicketInput, source: TicketSource, { timeZone, from }: Taking) {
  const { ticketId: sourceTicketId, updatedAt: sourceUpdatedAt, ...facts } = input;
  const first =
    input.biometricTicketAt ??
    input.calledAt ??
    input.biometricStartedAt ??
    input.completedAt ??
    sourceUpdatedAt;
  const serviceDate = input.serviceDate ?? localDate(first.getTime(), timeZone);
  const { bookingCode, applicantName } = input;
  const personal = { bookingCode, bookingLast4: bookingCode?.slice(-4) ?? null, applicantName };
  return {
    ...facts,
    ...(serviceDate < from ? PERSONAL : personal),
    serviceDate,
    sourceTicketId,
    sourceUpdatedAt,
    source: sourceName(source),
    // Made of the booking also where that itself is not kept: who it is stays one person in all figures.
    applicantRef: applicantRef(bookingCode, sourceTicketId),
  };
}

/** A version's facts to be compared: those that its sender may be told of, and the review flag, which is never told. */
interface Facts {
  readonly open: readonly unknown[];
  readonly flag: unknown;
}

const factsOf = (row: TicketRow | StoredRow): Facts => ({
  open: COMPARED.map((field) => plain((row as Readonly<Record<string, unknown>>)[field])),
  flag: plain(row.underReview),
});

const differ = (one: Facts, other: Facts) => one.open.some((fact, index) => fact !== other.open[index]);

/**
 * Whether a version stands before another of the same instant: the one that tells more, and of two that tell as much
 * the one whose facts come later in the alphabet. What decides is only that it is the same one in whichever order. The
 * flag comes in where nothing else differs: else the answer to a made-up version would tell how it stands.
 */
function outranks(one: Facts, other: Facts): boolean {
  const known = ({ open }: Facts) => open.filter((fact) => fact !== null).length;
  if (known(one) !== known(other)) return known(one) > known(other);
  if (differ(one, other)) return JSON.stringify(one.open) > JSON.stringify(other.open);
  const rank = ({ flag }: Facts) => (flag === null ? 0 : flag === false ? 1 : 2);
  return rank(one) > rank(other);
}

/** What became of a version. */
type Result = "UPDATED" | "UNCHANGED" | "STALE";

/**
 * What a version does to the one that is stored: `told` is for whoever sent it and the same whatever the review flag is
 * (a version that differs in it alone is UNCHANGED to its sender), `result` is what it did; `takes` when it becomes the
 * stored one. A stored date that has become too old counts as if its personal data were removed already, whether or not
 * the day's removal has come to it.
 */
export function judge(
  row: TicketRow,
  stored: StoredRow,
  from: string,
): { readonly result: Result; readonly told: Result; readonly takes: boolean } {
  const old = stored.serviceDate !== undefined && stored.serviceDate < from;
  const [given, known] = [factsOf(row), factsOf(old ? { ...stored, ...PERSONAL } : stored)];
  const differs = differ(given, known);
  const changed = differs || given.flag !== known.flag;
  const age = row.sourceUpdatedAt.getTime() - stored.sourceUpdatedAt.getTime();
  const late = age < 0 || (age === 0 && changed && !outranks(given, known));
  const result = late ? "STALE" : changed ? "UPDATED" : "UNCHANGED";
  return { result, told: age >= 0 && !differs ? "UNCHANGED" : result, takes: !late && (changed || age > 0) };
}
