import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { kioskNames } from "./kiosks";
import type { KnownKiosk, OpenCall, SignedInAccount } from "./types";

/** Someone at a kiosk asks for an officer. While a call of that kiosk is open, asking again changes nothing. */
export async function callOfficer(kiosk: KnownKiosk, requestId: string): Promise<void> {
  await writeTransaction(async (tx) => {
    const open = await tx.officerCall.updateMany({
      where: { kioskId: kiosk.id, answeredAt: null },
      data: { kioskId: kiosk.id },
    });
    if (open.count > 0) return;
    const call = await tx.officerCall.create({ data: { kioskId: kiosk.id, at: now() } });
    await appendAudit(tx, {
      actor: { kind: "KIOSK", id: kiosk.id },
      action: "officer.called",
      subject: { kind: "officer-call", id: call.id },
      requestId,
    });
  });
}

/** An officer is coming: the call leaves every tablet. A call that another officer answered stays theirs. */
export async function answerCall(
  { account }: { readonly account: SignedInAccount },
  id: string,
  requestId: string = randomUUID(),
): Promise<void> {
  await writeTransaction(async (tx) => {
    const answered = await tx.officerCall.updateMany({
      where: { id, answeredAt: null },
      data: { answeredAt: now(), answeredById: account.id },
    });
    if (answered.count === 0) return;
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "officer.call-answered",
      subject: { kind: "officer-call", id },
      requestId,
    });
  });
}

/** The calls that nobody answered yet, the oldest first. `at` is epoch ms of the office's clock, UTC. */
export async function openCalls(): Promise<OpenCall[]> {
  const calls = await reader().officerCall.findMany({
    where: { answeredAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 20,
  });
  const names = await kioskNames(calls.map((call) => call.kioskId));
  return calls.map(({ id, kioskId, at }) => ({
    id,
    kioskId,
    kioskName: names.get(kioskId) ?? "",
    at: at.getTime(),
  }));
}
