import "server-only";
import type { SignedInAccount } from "@/lib/access/types";
import { can } from "@/lib/access/rights";
import { readPolicy } from "@/lib/office/policies";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { instantsOf, isBackDated, problemOf, statementOf } from "@/lib/queue/change-outage";
import type { OutageStatementInput } from "@/lib/queue/outage-schema";
import { outagesAround } from "@/lib/queue/outages";
import { localDate } from "@/lib/rules/local-date";
import { disrupted } from "@/lib/rules/outage-overlap";
import type { OutageFacts } from "@/lib/rules/types";
import type { OutagePreview } from "./types";

const facts = (one: { readonly startedAt: Date; readonly endedAt: Date | null }): OutageFacts => ({
  startedAt: one.startedAt.getTime(),
  endedAt: one.endedAt?.getTime() ?? null,
});

/**
 * What a disruption would do, before it is saved: whose kiosk answer would become OUTAGE or cease to be, and which
 * vouchers already issued it touches. Those are shown and never changed: their confirmation meets it as an obstacle.
 * Time alone decides here (F.2.f), so the counts tell nothing of anybody's application. Writes nothing.
 * Refusals: UNKNOWN_OUTAGE, OUTAGE_AHEAD, OUTAGE_TOO_OLD, OUTAGE_NO_LENGTH.
 */
export async function previewOutage(
  { account }: { readonly account: SignedInAccount },
  statement: OutageStatementInput,
): Promise<ActionResult<OutagePreview>> {
  const db = reader();
  const at = now();
  const { timeZone } = await readSettings(db);
  const change = instantsOf(statement, at.getTime(), timeZone);
  const problem = problemOf(change, at.getTime());
  if (problem) return { ok: false, code: problem };
  const after = facts(statementOf(change, at.getTime()));
  const stored = change.outageId ? await db.outage.findUnique({ where: { id: change.outageId } }) : null;
  if (change.outageId && !stored) return { ok: false, code: "UNKNOWN_OUTAGE" };
  const before = stored && facts(stored);
  const earliest = Math.min(after.startedAt, before?.startedAt ?? Infinity);
  // Disruptions of an earlier day touch that day's vouchers too.
  const dates = { gte: localDate(earliest, timeZone), lte: localDate(at.getTime(), timeZone) };
  const others = (await outagesAround(db, new Date(earliest)))
    .filter(({ id }) => id !== stored?.id)
    .map(facts);
  const tickets = await db.ticket.findMany({
    where: { serviceDate: dates, biometricTicketAt: { not: null } },
    select: {
      serviceDate: true,
      biometricTicketAt: true,
      biometricStartedAt: true,
      voucher: { select: { id: true, number: true, state: true, serviceDate: true } },
    },
  });
  const today = localDate(at.getTime(), timeZone);
  const { thresholdMs } = await readPolicy(db, today);
  const count = { waitingInto: 0, waitingOutOf: 0, servedInto: 0, servedOutOf: 0 };
  const vouchers: OutagePreview["vouchers"][number][] = [];
  for (const { serviceDate, biometricTicketAt, biometricStartedAt, voucher } of tickets) {
    if (!biometricTicketAt) continue;
    const from = biometricTicketAt.getTime();
    const promised = { from, until: from + thresholdMs };
    const was = disrupted(promised, before ? [...others, before] : others, at.getTime());
    const willBe = disrupted(promised, [...others, after], at.getTime());
    if (was === willBe) continue;
    if (voucher) {
      vouchers.push({ ...voucher, becomes: willBe ? "DISTURBED" : "UNDISTURBED" });
      continue;
    }
    if (serviceDate !== today) continue;
    const started = biometricStartedAt?.getTime() ?? null;
    const waits = started === null || started > at.getTime();
    // Whoever was served within the promise is told so, disturbed or not.
    if (!waits && started - from <= thresholdMs) continue;
    count[`${waits ? "waiting" : "served"}${willBe ? "Into" : "OutOf"}`] += 1;
  }
  const backDated = isBackDated(before, after, at.getTime());
  return {
    ok: true,
    value: { ...count, vouchers, backDated, allowed: !backDated || can(account.role, "outage.back-date") },
  };
}
