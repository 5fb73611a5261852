import "server-only";
import { randomUUID } from "node:crypto";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { dutyNote, leaveDuty, takeDuty } from "@/lib/platform/duties";
import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/request";
import { appendAudit } from "./append";
import { lastHeadAt } from "./daily-head";
import type { Actor, ChainFinding, ChainTrouble, ChainVerdict, LastVerification } from "./types";
import { chainEnd, verifyChain } from "./verify-chain";

const SUBJECT = { kind: "audit-chain", id: null };
const HEAD_OLD_MS = 48 * 3_600_000;

const DUTY = "audit-verification";
/** A process that died in the middle of a verification holds up the next one no longer than this. */
const LEASE_MS = 30_000;
const NOTE_EVERY_MS = 2_000;

export interface VerificationProgress {
  readonly rows: number;
  readonly of: number;
}

/** Verifies the whole trail and records what came out, in the trail itself. */
export async function verifyAndRecord(
  actor: Actor,
  progress: (rows: number) => void = () => undefined,
): Promise<ChainVerdict> {
  const verdict = await verifyChain({ progress });
  const { finding, rows, seq, heads } = verdict;
  if (finding) log.error({ finding: finding.kind, row: finding.seq }, "the audit chain is broken");
  await writeTransaction((tx) =>
    appendAudit(tx, {
      actor,
      action: "audit.verified",
      subject: SUBJECT,
      data: { rows, seq, heads, finding: finding && JSON.stringify(finding) },
      requestId: currentRequestId(),
    }),
  );
  return verdict;
}

/** Starts a verification that goes on behind the answer; one at a time, in whichever process. */
export async function verifyInBackground(actor: Actor): Promise<"STARTED" | "RUNNING"> {
  const owner = randomUUID();
  if (!(await takeDuty(DUTY, owner, LEASE_MS))) return "RUNNING";
  const far = { rows: 0, of: (await chainEnd())?.last ?? 0 };
  const note = () => takeDuty(DUTY, owner, LEASE_MS, { note: JSON.stringify(far) }).catch(() => false);
  await note();
  const noting = setInterval(() => void note(), NOTE_EVERY_MS);
  const run = async () => {
    try {
      await verifyAndRecord(actor, (rows) => (far.rows = rows));
    } catch (fault) {
      log.error(
        { kind: fault instanceof Error ? fault.name : typeof fault },
        "the audit chain could not be verified",
      );
    } finally {
      clearInterval(noting);
      await leaveDuty(DUTY, owner).catch(() => undefined);
    }
  };
  void run();
  return "STARTED";
}

/** How far a verification that somebody started is, in whichever process; null when none runs. */
export async function verificationProgress(): Promise<VerificationProgress | null> {
  const note = await dutyNote(DUTY);
  return note === null ? null : (JSON.parse(note) as VerificationProgress);
}

/** What the last recorded verification came to; null before the first. */
export async function lastVerification(): Promise<LastVerification | null> {
  const row = await reader().auditEvent.findFirst({
    where: { subjectKind: SUBJECT.kind, action: "audit.verified" },
    orderBy: { seq: "desc" },
  });
  if (!row) return null;
  return { at: row.at.getTime(), byId: row.actorId, ...recorded(row) };
}

type Recorded = Pick<LastVerification, "rows" | "seq" | "heads" | "finding">;

/** What `verifyAndRecord` wrote; where it is not what was written, that itself is the finding. */
function recorded(row: { readonly seq: number; readonly data: string }): Recorded {
  try {
    const { finding, ...counts } = JSON.parse(row.data) as Omit<Recorded, "finding"> & {
      readonly finding: string | null;
    };
    return { ...counts, finding: finding === null ? null : (JSON.parse(finding) as ChainFinding) };
  } catch {
    return { rows: 0, seq: 0, heads: null, finding: { kind: "ALTERED", seq: row.seq } };
  }
}

/** What is wrong with the chain or its file of heads, as far as is known without looking anew. */
export async function chainTroubles(): Promise<ChainTrouble[]> {
  const [last, written, first] = await Promise.all([
    lastVerification(),
    lastHeadAt(),
    reader().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } }),
  ]);
  const since = written ?? first?.at.getTime() ?? systemNow().getTime();
  return [
    ...(last?.finding ? (["AUDIT_BROKEN"] as const) : []),
    ...(systemNow().getTime() - since > HEAD_OLD_MS ? (["AUDIT_HEAD_OLD"] as const) : []),
  ];
}
