import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { timeOrderedId } from "@/lib/platform/ids";
import { insertRows, type NewRows } from "@/lib/platform/insert-rows";
import type { Kiosk, PrintJob } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";
import type { ActionResult } from "@/lib/platform/types";
import { driverOf } from "./drivers";
import type { PrintedBy, PrintFailure, PrintProgress } from "./types";

/** How many slips of a voucher a kiosk prints unaided: the first and one more. Further ones are for staff. */
export const UNAIDED_COPIES = 2;

export interface QueuedJob {
  readonly id: string;
  readonly copy: number;
  readonly printedBy: PrintedBy;
}

/** The printer of a kiosk; null when the kiosk's own browser prints. */
async function printerOfKiosk(tx: Pick<Tx, "$queryRaw">, kioskId: string): Promise<string | null> {
  const [kiosk] = await rowsOf<Pick<Kiosk, "printerId">>(
    tx,
    sql`
    SELECT "printerId" FROM "kiosks" WHERE "id" = ${kioskId}`,
  );
  return kiosk?.printerId ?? null;
}

/** Whether a printer is one of the office's. */
export async function printerStands(tx: Pick<Tx, "printer">, id: string): Promise<boolean> {
  return (await tx.printer.count({ where: { id, removedAt: null } })) > 0;
}

/** Who prints what this kiosk asks for at this moment. */
export async function printedByFor(tx: Pick<Tx, "$queryRaw">, kioskId: string): Promise<PrintedBy> {
  return driverOf(await printerOfKiosk(tx, kioskId)).printedBy;
}

async function copiesOf(
  tx: Pick<Tx, "printJob">,
  job: { readonly voucherId: string } | { readonly promiseId: string },
): Promise<number> {
  const where = "voucherId" in job ? { voucherId: job.voucherId } : { promiseId: job.promiseId };
  return tx.printJob.count({ where });
}

/**
 * Queues a slip in the transaction that asks for it: on the kiosk's printer, on the printer that an officer chose, or
 * for the browser that asked. The row of the voucher or promise must be locked by the caller: the copy's number is counted, and the
 * database refuses the same copy twice. Call `wakePrinting` once the transaction is through.
 */
export async function queuePrintJob(
  tx: Tx,
  job:
    | {
        readonly kind: "VOUCHER";
        readonly voucherId: string;
        readonly kioskId?: string;
        readonly byId?: string;
        readonly printerId?: string;
      }
    | {
        readonly kind: "PROMISE";
        readonly promiseId: string;
        readonly byId: string;
        readonly printerId?: string;
      },
): Promise<QueuedJob> {
  const copies = await copiesOf(tx, job);
  const chosen = "printerId" in job ? (job.printerId ?? null) : null;
  const printerId =
    chosen ?? ("kioskId" in job && job.kioskId ? await printerOfKiosk(tx, job.kioskId) : null);
  const { rows, queued } = newJob({ ...job, printerId, copy: copies + 1 });
  await insertRows(tx, rows);
  return queued;
}

function newJob(job: {
  readonly kind: "VOUCHER" | "PROMISE" | "DIRECTION";
  readonly printerId: string | null;
  readonly copy: number;
  readonly voucherId?: string;
  readonly kioskId?: string;
}): { readonly rows: NewRows; readonly queued: QueuedJob } {
  const id = timeOrderedId();
  const { copy, printerId } = job;
  const rows = { print_jobs: [{ ...job, id, createdAt: now() }] };
  return { rows, queued: { id, copy, printedBy: driverOf(printerId).printedBy } };
}

/**
 * The first and only slip that a kiosk's answer queues, as rows to be written with the answer's own, so that both wait
 * for the database once. As with `queuePrintJob`, call `wakePrinting` afterwards.
 */
export async function firstSlip(
  tx: Pick<Tx, "$queryRaw">,
  slip:
    | { readonly kind: "VOUCHER"; readonly voucherId: string; readonly kioskId: string }
    | { readonly kind: "DIRECTION"; readonly kioskId: string },
): Promise<{ readonly rows: NewRows; readonly queued: QueuedJob }> {
  return newJob({ ...slip, copy: 1, printerId: await printerOfKiosk(tx, slip.kioskId) });
}

/**
 * How many of a voucher's unaided slips are used up. A job that the server knows to have printed nothing is none:
 * an empty roll must not cost the person their reprint.
 */
export async function unaidedCopies(tx: Pick<Tx, "$queryRaw">, voucherId: string): Promise<number> {
  const printed = await rowsOf<Pick<PrintJob, "id">>(
    tx,
    sql`
    SELECT "id" FROM "print_jobs" WHERE "voucherId" = ${voucherId} AND "kioskId" IS NOT NULL
      AND NOT ("state" = 'FAILED' AND "printerId" IS NOT NULL AND "failure" <> 'NOT_OUT')`,
  );
  return printed.length;
}

/**
 * Records what a person said became of a slip. A browser cannot know, so its job is UNCONFIRMED until the applicant
 * answered, and what was said last within the session counts. Of a slip that the server prints people are asked only
 * where the printer could not tell. Refuses with UNKNOWN_JOB.
 */
export async function settlePrintJob(
  owner: { readonly kioskId: string } | { readonly byId: string },
  job: { readonly printJobId: string; readonly state: "UNCONFIRMED" | "CONFIRMED" | "FAILED" },
  requestId: string,
): Promise<ActionResult<null>> {
  const actor: Actor =
    "kioskId" in owner ? { kind: "KIOSK", id: owner.kioskId } : { kind: "OFFICER", id: owner.byId };
  const said = job.state === "FAILED" ? "NOT_OUT" : null;
  return writeTransaction(async (tx) => {
    let settled = 0;
    for (const printerId of [null, { not: null }] as const) {
      const driver = driverOf(printerId);
      const { count } = await tx.printJob.updateMany({
        where: { id: job.printJobId, ...owner, printerId, state: { in: [...driver.peopleSettle] } },
        data: { state: job.state, failure: said, settledAt: now() },
      });
      settled += count;
    }
    if (settled === 0) return { ok: false, code: "UNKNOWN_JOB" };
    const subject = { kind: "print-job", id: job.printJobId };
    await appendAudit(tx, { actor, action: "print.settled", subject, data: { state: job.state }, requestId });
    return { ok: true, value: null };
  });
}

/** Where a job stands, told only to the kiosk or the account that asked for it; null for anybody else's. */
export async function printProgress(
  owner: { readonly kioskId: string } | { readonly byId: string },
  printJobId: string,
): Promise<PrintProgress | null> {
  const job = await reader().printJob.findFirst({
    where: { id: printJobId, ...owner },
    select: { state: true, failure: true },
  });
  return job && { state: job.state, failure: job.failure as PrintFailure | null };
}
