import "server-only";
import { can } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { instantOf } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { ActionResult } from "@/lib/platform/types";
import type { OutageFacts } from "@/lib/rules/types";
import type { ChangeOutageInput, Moment, OutageChange, OutageStatementInput } from "./outage-schema";
import { lockOutage, newestEvent, stateOutage, type OutageStatement } from "./outages";

/** What is said within this time after it happened is news; anything older is changing the past. */
export const NEWS_MS = 10 * 60_000;
/** A tablet's page may be a little behind the server's clock. */
const AHEAD_MS = 60_000;
/** Vouchers and waits older than this are settled. */
const LONGEST_BACK_MS = 7 * 86_400_000;

/** A statement with its typed times as instants of the office's zone; `at` is now, epoch ms. */
export function instantsOf<T extends OutageStatementInput>(input: T, at: number, timeZone: string) {
  const instant = (moment: Moment) => {
    if (moment === "NOW") return at;
    return typeof moment === "number" ? moment : instantOf(moment.date, moment.time, timeZone);
  };
  const endedAt = input.endedAt === null ? null : instant(input.endedAt);
  return { ...input, startedAt: instant(input.startedAt), endedAt };
}

/** What an officer's words mean: one taken back has no length and overlaps nothing. */
export function statementOf(change: OutageChange, at: number): OutageStatement {
  const startedAt = Math.min(change.startedAt, at);
  const endedAt = change.withdraw ? startedAt : change.endedAt === null ? null : Math.min(change.endedAt, at);
  return {
    system: change.system,
    reason: change.reason,
    startedAt: new Date(startedAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
  };
}

/** Why a statement cannot stand at an instant; null when it can. */
export function problemOf(change: OutageChange, at: number): string | null {
  const { startedAt, endedAt, withdraw } = change;
  if (startedAt > at + AHEAD_MS || (endedAt ?? 0) > at + AHEAD_MS) return "OUTAGE_AHEAD";
  if (startedAt < at - LONGEST_BACK_MS) return "OUTAGE_TOO_OLD";
  if (!withdraw && endedAt !== null && endedAt <= startedAt) return "OUTAGE_NO_LENGTH";
  return null;
}

/**
 * The first instant (epoch ms) that is disturbed by one account of events and not by the other; null when there is
 * none. A disruption of no length disturbs nothing.
 */
export function earliestDifference(before: OutageFacts | null, after: OutageFacts | null): number | null {
  const span = (facts: OutageFacts | null) => {
    const until = facts?.endedAt ?? Infinity;
    return facts && until > facts.startedAt ? { from: facts.startedAt, until } : null;
  };
  const [one, other] = [span(before), span(after)];
  if (!one || !other) return one?.from ?? other?.from ?? null;
  if (one.from !== other.from) return Math.min(one.from, other.from);
  return one.until === other.until ? null : Math.min(one.until, other.until);
}

/** Whether a change alters what was true longer ago than news may. */
export function isBackDated(before: OutageFacts | null, after: OutageFacts, at: number): boolean {
  const first = earliestDifference(before, after);
  return first !== null && first < at - NEWS_MS;
}

const facts = (one: { readonly startedAt: Date; readonly endedAt: Date | null }): OutageFacts => ({
  startedAt: one.startedAt.getTime(),
  endedAt: one.endedAt?.getTime() ?? null,
});

/**
 * Declares, corrects, ends or withdraws a disruption (F.2.f) in an officer's name; kiosks answer by it from the next
 * check on. Changing the past is a supervisor's, with a reason. Repeating it under its key does nothing more.
 * Refusals: UNKNOWN_OUTAGE, CHANGED_MEANWHILE, OUTAGE_AHEAD, OUTAGE_TOO_OLD, OUTAGE_NO_LENGTH, NOT_ALLOWED,
 * REASON_NEEDED.
 */
export async function changeOutage(
  { account }: { readonly account: SignedInAccount },
  raw: ChangeOutageInput,
  requestId: string,
): Promise<ActionResult<{ outageId: string }>> {
  const actor = { kind: "OFFICER", id: account.id } as const;
  const at = now().getTime();
  const input = instantsOf(raw, at, (await readSettings(reader())).timeZone);
  const id = input.outageId ?? `outage-${input.key}`.slice(0, 64);
  try {
    return await writeTransaction(async (tx): Promise<ActionResult<{ outageId: string }>> => {
      const before = await lockOutage(tx, id);
      if (input.outageId === null && before) return { ok: true, value: { outageId: id } };
      if (input.outageId !== null && !before) return { ok: false, code: "UNKNOWN_OUTAGE" };
      const statement = statementOf(input, at);
      const newest = await newestEvent(tx, id);
      if (newest && newest.id === input.key) return { ok: true, value: { outageId: id } };
      if (before && (newest?.id ?? null) !== input.seen) return { ok: false, code: "CHANGED_MEANWHILE" };
      const problem = problemOf(input, at);
      if (problem) return { ok: false, code: problem };
      if (isBackDated(before && facts(before), facts(statement), at)) {
        if (!can(account.role, "outage.back-date")) return { ok: false, code: "NOT_ALLOWED" };
        if (!input.note) return { ok: false, code: "REASON_NEEDED" };
      }
      const { note = null, key } = input;
      await stateOutage(tx, before, { ...statement, id, note, eventId: key }, { actor, requestId });
      return { ok: true, value: { outageId: id } };
    });
  } catch (fault) {
    // Two deliveries of one tap met: the first of them stands.
    if (isDuplicate(fault)) return { ok: true, value: { outageId: id } };
    throw fault;
  }
}
