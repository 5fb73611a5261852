import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/request";
import { appendAudit } from "./append";
import { lastHeadAt } from "./daily-head";
import type { Actor, ChainFinding, ChainTrouble, ChainVerdict, LastVerification } from "./types";
import { chainEnd, verifyChain } from "./verify-chain";

const SUBJECT = { kind: "audit-chain", id: null };
const HEAD_OLD_MS = 48 * 3_600_000;

// Next may load this module more than once in a process; there is one verification at a time.
const holder = globalThis as typeof globalThis & { __janjiVerifying?: { rows: number; of: number } };

/** Verifies the whole trail and records what came out, in the trail itself. */
export async function verifyAndRecord(actor: Actor): Promise<ChainVerdict> {
  const verdict = await verifyChain({
    progress: (rows) => {
      if (holder.__janjiVerifying) holder.__janjiVerifying.rows = rows;
    },
  });
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

/** Starts a verification that goes on behind the answer; one at a time in a process. */
export async function verifyInBackground(actor: Actor): Promise<"STARTED" | "RUNNING"> {
  if (holder.__janjiVerifying) return "RUNNING";
  holder.__janjiVerifying = { rows: 0, of: 0 };
  const run = async () => {
    try {
      const end = await chainEnd();
      if (holder.__janjiVerifying) holder.__janjiVerifying.of = end?.last ?? 0;
      await verifyAndRecord(actor);
    } catch (fault) {
      log.error(
        { kind: fault instanceof Error ? fault.name : typeof fault },
        "the audit chain could not be verified",
      );
    } finally {
      delete holder.__janjiVerifying;
    }
  };
  void run();
  return "STARTED";
}

/** How far this process's verification is; null when none runs. */
export const verificationProgress = () => holder.__janjiVerifying ?? null;

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
  const [last, first] = await Promise.all([
    lastVerification(),
    reader().auditEvent.findFirst({ orderBy: { seq: "asc" }, select: { at: true } }),
  ]);
  const since = lastHeadAt() ?? first?.at.getTime() ?? systemNow().getTime();
  return [
    ...(last?.finding ? (["AUDIT_BROKEN"] as const) : []),
    ...(systemNow().getTime() - since > HEAD_OLD_MS ? (["AUDIT_HEAD_OLD"] as const) : []),
  ];
}
