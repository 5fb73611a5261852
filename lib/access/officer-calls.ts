import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { kioskNames } from "./kiosks";
import type { OfficerCallRow, SignedInAccount } from "./types";

/** A call that nobody answered within this time has gone cold; the applicant has left or found somebody. */
const CALL_LIFE_MS = 20 * 60_000;

/** Someone at a kiosk asks for an officer. A second tap while the first call is open changes nothing. */
export async function callOfficer(kioskId: string, requestId: string): Promise<ActionResult<null>> {
  const at = systemNow();
  const openSince = new Date(at.getTime() - CALL_LIFE_MS);
  return writeTransaction(async (tx) => {
    // Two taps at once on PostgreSQL would both find no call: the kiosk's own row, written unchanged, lines them up.
    await tx.kiosk.updateMany({ where: { id: kioskId }, data: { id: kioskId } });
    const open = { kioskId, answeredAt: null, at: { gte: openSince } };
    const { count } = await tx.officerCall.updateMany({ where: open, data: { kioskId } });
    if (count > 0) return { ok: true, value: null };
    const { id } = await tx.officerCall.create({ data: { kioskId, at } });
    const actor = { kind: "KIOSK", id: kioskId } as const;
    await appendAudit(tx, {
      actor,
      action: "officer.called",
      subject: { kind: "officer-call", id },
      requestId,
    });
    return { ok: true, value: null };
  });
}

/** The applicant takes the call back; without an open call nothing happens. */
export async function cancelCall(kioskId: string, requestId: string): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const open = { kioskId, answeredAt: null };
    const cancelled = await tx.officerCall.updateManyAndReturn({
      where: open,
      data: { answeredAt: systemNow() },
    });
    for (const { id } of cancelled) {
      const event = { actor: { kind: "KIOSK", id: kioskId }, subject: { kind: "officer-call", id } } as const;
      await appendAudit(tx, { ...event, action: "officer.call-cancelled", requestId });
    }
    return { ok: true, value: null };
  });
}

/** Calls that wait for an answer, the oldest first; instants are the system's. */
export async function openCalls(): Promise<OfficerCallRow[]> {
  const since = new Date(systemNow().getTime() - CALL_LIFE_MS);
  const calls = await reader().officerCall.findMany({
    where: { answeredAt: null, at: { gte: since } },
    orderBy: { at: "asc" },
  });
  const names = await kioskNames(calls.map(({ kioskId }) => kioskId));
  return calls.map(({ id, kioskId, at }) => ({ id, kioskName: names.get(kioskId) ?? "–", at: at.getTime() }));
}

/** "I am coming": whoever taps first answers. Refusals: ALREADY_ANSWERED. */
export async function answerCall(
  { account }: { readonly account: SignedInAccount },
  callId: string,
  requestId: string,
): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const { count } = await tx.officerCall.updateMany({
      where: { id: callId, answeredAt: null },
      data: { answeredAt: systemNow(), answeredById: account.id },
    });
    if (count === 0) return { ok: false, code: "ALREADY_ANSWERED" };
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "officer.call-answered",
      subject: { kind: "officer-call", id: callId },
      requestId,
    });
    return { ok: true, value: null };
  });
}
