import "server-only";
import { decide } from "@/lib/rules/decide";
import { policyOn } from "@/lib/rules/policy";
import type { Evaluation, Policy } from "@/lib/rules/types";
import { hourOn, type OfficeDay } from "./office-days";
import type { AccountRows, TicketRow, VoucherRow } from "./rows";

/** What had become of a ticket at its day's end. */
export interface JudgedTicket {
  readonly ticket: TicketRow;
  readonly at: number;
  readonly kind: "SERVED" | "UNSERVED" | "NO_NUMBER" | "UNCLEAR";
  readonly evaluation: Pick<Evaluation, "outcome" | "waitedMs" | "clauses">;
  readonly promiseMs: number;
  readonly passed: boolean;
  readonly voucher: VoucherRow | null;
  /** The number's local hour; null without one. */
  readonly hour: number | null;
}

/**
 * The instant at which a ticket is judged: the office's closing, or what is known of it later that day (its service, its
 * voucher); never later than `asOf` or the date itself. Who was not served is counted as waiting up to then.
 */
function judgedAt(ticket: TicketRow, day: OfficeDay, issuedAt: number | null, asOf: number): number {
  const last = Math.max(day.hours.until, ticket.biometricStartedAt ?? -Infinity, issuedAt ?? -Infinity);
  return Math.max(day.begins, Math.min(last, asOf, day.ends - 1));
}

/** The policy in force on a date; a ticket from before the first one is measured by that. */
export function policyFor(date: string, policies: readonly Policy[]): Policy {
  const policy = policyOn(date, policies) ?? policies[0];
  if (!policy) throw new Error("No policy has ever been in force");
  return policy;
}

/** Lets the rules judge each ticket by itself, with the facts and outages of its day's end. Pure. */
export function judgeTickets(rows: AccountRows, days: ReadonlyMap<string, OfficeDay>): JudgedTicket[] {
  const { timeZone, asOf, policies } = rows;
  const vouchers = new Map(rows.vouchers.map((voucher) => [voucher.ticketId, voucher]));
  const byDate = new Map<string, Policy>();
  return rows.tickets.map((ticket) => {
    const day = days.get(ticket.serviceDate);
    if (!day) throw new Error(`a ticket of ${ticket.serviceDate} lies outside the account`);
    const policy = byDate.get(day.date) ?? policyFor(day.date, policies);
    byDate.set(day.date, policy);
    const voucher = vouchers.get(ticket.id) ?? null;
    const at = judgedAt(ticket, day, voucher?.issuedAt ?? null, asOf);
    const evaluation = decide({ now: at, timeZone, tickets: [ticket], outages: day.outages }, policy);
    const { biometricTicketAt, biometricStartedAt } = ticket;
    const started = biometricStartedAt !== null && biometricStartedAt <= at;
    const sound = started ? "SERVED" : "UNSERVED";
    const kind = evaluation.contradictory ? "UNCLEAR" : biometricTicketAt === null ? "NO_NUMBER" : sound;
    return {
      ticket,
      at,
      kind,
      evaluation,
      promiseMs: policy.thresholdMs,
      passed: (evaluation.waitedMs ?? 0) > policy.thresholdMs,
      voucher,
      hour: biometricTicketAt === null ? null : hourOn(day, biometricTicketAt, timeZone),
    };
  });
}
