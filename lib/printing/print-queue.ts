import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { now, systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import type { Printer, PrintJob } from "@/lib/platform/generated/sqlite/client";
import type { PrinterState, PrintFailure } from "./types";

/** A job older than this is not printed any more: the person is gone, and somebody else would find the slip. */
export const FRESH_MS = 2 * 60_000;

export interface Waiting {
  readonly printers: readonly Printer[];
  /** Printers for which jobs wait, or were left behind in the middle. */
  readonly wanted: ReadonlySet<string>;
}

/** All printers of the office, and for which of them there is work. Reads only. */
export async function lookForWork(): Promise<Waiting> {
  const printers = await reader().printer.findMany({ where: { removedAt: null }, orderBy: { id: "asc" } });
  if (printers.length === 0) return { printers, wanted: new Set() };
  const jobs = await reader().printJob.findMany({
    where: { state: { in: ["QUEUED", "SENT"] }, printerId: { in: printers.map(({ id }) => id) } },
    select: { printerId: true },
    distinct: ["printerId"],
  });
  return { printers, wanted: new Set(jobs.flatMap(({ printerId }) => printerId ?? [])) };
}

/** Takes or keeps a printer for one worker; of any number at once one gets it. Nobody's page needs to know. */
export async function takePrinter(printerId: string, owner: string, leaseMs: number): Promise<boolean> {
  const at = systemNow();
  const free = [{ leaseOwner: null }, { leaseOwner: owner }, { leaseUntil: { lt: at } }];
  const { count } = await writeTransaction((tx) =>
    tx.printer.updateMany({
      where: { id: printerId, removedAt: null, OR: free },
      data: { leaseOwner: owner, leaseUntil: new Date(at.getTime() + leaseMs), checkedAt: at },
    }),
  );
  return count > 0;
}

/** Gives back all that a worker held, so that the next one need not wait. */
export async function leavePrinters(owner: string): Promise<void> {
  await writeTransaction((tx) =>
    tx.printer.updateMany({ where: { leaseOwner: owner }, data: { leaseOwner: null, leaseUntil: null } }),
  );
}

async function noteState(tx: Tx, printerId: string, state: PrinterState): Promise<void> {
  const { count } = await tx.printer.updateMany({
    where: { id: printerId, state: { not: state } },
    data: { state, stateAt: systemNow() },
  });
  if (count === 0) return;
  await appendAudit(tx, {
    actor: { kind: "SYSTEM" },
    action: "printer.state-changed",
    subject: { kind: "printer", id: printerId },
    data: { state },
    requestId: "printing",
  });
}

/** Records what a printer says of itself, if that is news; a look that finds nothing new writes nothing. */
export async function recordPrinterState(printer: Printer, state: PrinterState): Promise<void> {
  const known = await reader().printer.findUnique({ where: { id: printer.id }, select: { state: true } });
  if (known?.state === state) return;
  await writeTransaction((tx) => noteState(tx, printer.id, state));
}

/** The oldest job that waits for a printer. */
export function nextJob(printerId: string): Promise<PrintJob | null> {
  return reader().printJob.findFirst({
    where: { printerId, state: "QUEUED" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Marks a job as going to the printer, before its first byte does; false when somebody else was faster. */
export async function markSent(jobId: string, attempts: number): Promise<boolean> {
  const { count } = await writeTransaction((tx) =>
    tx.printJob.updateMany({
      where: { id: jobId, state: "QUEUED" },
      data: { state: "SENT", sentAt: now(), attempts },
    }),
  );
  return count > 0;
}

export type JobEnd =
  | { readonly state: "CONFIRMED"; readonly failure: null }
  | { readonly state: "UNCONFIRMED" | "FAILED"; readonly failure: PrintFailure };

/**
 * Ends jobs that are in one of the states `from`, each with its audit row, and notes the printer's state with them.
 * What a person said of a slip meanwhile stands: a job that left those states is not touched.
 */
export async function endJobs(
  jobs: { readonly ids: readonly string[]; readonly from: readonly PrintJob["state"][] },
  end: JobEnd & { readonly attempts?: number },
  printer?: { readonly id: string; readonly state: PrinterState },
): Promise<void> {
  await writeTransaction(async (tx) => {
    for (const id of jobs.ids) {
      const { count } = await tx.printJob.updateMany({
        where: { id, state: { in: [...jobs.from] } },
        data: { ...end, settledAt: now() },
      });
      if (count === 0) continue;
      await appendAudit(tx, {
        actor: { kind: "SYSTEM" },
        action: "print.settled",
        subject: { kind: "print-job", id },
        data: { state: end.state, failure: end.failure },
        requestId: "printing",
      });
    }
    if (printer) await noteState(tx, printer.id, printer.state);
  });
}

async function idsOf(printerId: string, state: "QUEUED" | "SENT", before?: Date): Promise<string[]> {
  const where = { printerId, state, ...(before ? { createdAt: { lt: before } } : {}) };
  return (await reader().printJob.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/**
 * What an earlier worker left: slips in the middle, of which nobody can tell how much is on paper, and slips that
 * waited too long. Only for whoever holds the printer and prints nothing at the moment.
 */
export async function tidyQueue(printerId: string): Promise<void> {
  const halfway = await idsOf(printerId, "SENT");
  if (halfway.length > 0)
    await endJobs({ ids: halfway, from: ["SENT"] }, { state: "UNCONFIRMED", failure: "INTERRUPTED" });
  const stale = await idsOf(printerId, "QUEUED", new Date(now().getTime() - FRESH_MS));
  if (stale.length > 0)
    await endJobs({ ids: stale, from: ["QUEUED"] }, { state: "FAILED", failure: "EXPIRED" });
}

/** Lets go of everything that waits for a printer that cannot print now: people hear at once, not in two minutes. */
export async function failWaiting(printerId: string, failure: PrintFailure): Promise<void> {
  const ids = await idsOf(printerId, "QUEUED");
  if (ids.length > 0) await endJobs({ ids, from: ["QUEUED"] }, { state: "FAILED", failure });
}
