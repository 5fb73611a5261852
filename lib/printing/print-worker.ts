import "server-only";
import { randomUUID } from "node:crypto";
import { systemNow } from "@/lib/platform/clock";
import type { Printer, PrintJob } from "@/lib/platform/generated/sqlite/client";
import { log } from "@/lib/platform/log";
import { driverOf } from "./drivers";
import { askPrinter, failureOf, type PrintTiming } from "./escpos-session";
import { escposSlip, type PaperSlip } from "./escpos-slip";
import * as queue from "./print-queue";
import type { PaperWidth } from "./types";
import { onWake } from "./wake";

export interface WorkerTiming extends PrintTiming {
  /** Between two looks for jobs that another process queued. */
  readonly workMs: number;
  /** Between two questions to a printer that has nothing to do. */
  readonly idleMs: number;
  /** How long a printer belongs to a worker that says nothing more. */
  readonly leaseMs: number;
  /** Pauses before trying again where nothing was printed; as many tries more as there are pauses. */
  readonly againMs: readonly number[];
}

const TIMING: WorkerTiming = {
  connectMs: 2_000,
  askMs: 2_000,
  lookMs: 1_000,
  answerMs: 15_000,
  holdMs: 60_000,
  workMs: 1_000,
  idleMs: 10_000,
  leaseMs: 12_000,
  againMs: [500, 1_500],
};

/** What is on the paper of a job; null when there is nothing to print any more. */
export type ContentOf = (job: PrintJob, printer: Printer) => Promise<PaperSlip | null>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const kindOf = (fault: unknown) => (fault instanceof Error ? fault.name : typeof fault);

async function deliver(
  job: PrintJob,
  printer: Printer,
  contentOf: ContentOf,
  timing: WorkerTiming,
): Promise<void> {
  const content = await contentOf(job, printer);
  const driver = driverOf(printer.id);
  if (!content || !driver.deliver)
    return queue.endJobs({ ids: [job.id], from: ["QUEUED"] }, { state: "FAILED", failure: "EXPIRED" });
  const bytes = escposSlip(content, printer.paperWidth === "58" ? "58" : ("80" satisfies PaperWidth));
  let stuck = false;
  for (let attempt = 1; ; attempt += 1) {
    const attempts = job.attempts + attempt;
    const delivery = await driver.deliver(printer, bytes, {
      timing,
      onSending: () => queue.markSent(job.id, attempts),
      onStuck: async (state) => {
        const failure = failureOf(state);
        // Said at once, so that the person hears it; the printer may still finish when it is put right.
        if (!stuck)
          await queue.endJobs(
            { ids: [job.id], from: ["SENT"] },
            { state: "UNCONFIRMED", failure },
            { id: printer.id, state },
          );
        stuck = true;
        await queue.failWaiting(printer.id, failure);
      },
    });
    const { id } = printer;
    switch (delivery.end) {
      case "PRINTED":
        return queue.endJobs(
          { ids: [job.id], from: ["SENT", "UNCONFIRMED"] },
          { state: "CONFIRMED", failure: null },
          { id, state: delivery.state },
        );
      case "UNKNOWN": {
        const { failure, state } = delivery;
        const end = { state: "UNCONFIRMED", failure } as const;
        return queue.endJobs({ ids: [job.id], from: ["SENT"] }, end, { id, state });
      }
      case "NOT_OURS":
        return;
      case "NOT_SENT": {
        const { state } = delivery;
        const wait = timing.againMs[attempt - 1];
        // Paper and covers take people, and a printer known to be away was tried often enough.
        const passing = state === "UNREACHABLE" || state === "FAULT";
        if (passing && printer.state !== state && wait !== undefined) {
          await pause(wait);
          continue;
        }
        const end = { state: "FAILED", failure: failureOf(state), attempts } as const;
        return queue.endJobs({ ids: [job.id], from: ["QUEUED"] }, end, { id, state });
      }
    }
  }
}

/**
 * Drives the office's printers from this process: one job at a time a printer, whichever process queued it. Two
 * workers never drive one printer at once. Stop it before the database is closed.
 */
export function startPrinting(
  contentOf: ContentOf,
  changes: Partial<WorkerTiming> = {},
): { readonly stop: () => Promise<void> } {
  const timing = { ...TIMING, ...changes };
  const owner = randomUUID();
  const serving = new Map<string, Promise<void>>();
  let stopped = false;
  const looks: { now?: Promise<void>; again: boolean } = { again: false };

  async function serve(printer: Printer): Promise<void> {
    if (!(await queue.takePrinter(printer.id, owner, timing.leaseMs))) return;
    const keeping = setInterval(() => {
      queue.takePrinter(printer.id, owner, timing.leaseMs).catch(() => undefined);
    }, timing.leaseMs / 3);
    try {
      await queue.tidyQueue(printer.id);
      let printed = 0;
      for (let job = await queue.nextJob(printer.id); job && !stopped; printed += 1) {
        await deliver(job, printer, contentOf, timing);
        job = await queue.nextJob(printer.id);
      }
      if (printed > 0) return;
      let state = await askPrinter(printer, timing);
      // One lost packet is no news for the staff.
      if (state === "UNREACHABLE" && printer.state !== state) state = await askPrinter(printer, timing);
      await queue.recordPrinterState(printer, state);
    } finally {
      clearInterval(keeping);
    }
  }

  async function look(): Promise<void> {
    const { printers, wanted } = await queue.lookForWork();
    const at = systemNow().getTime();
    const due = at - timing.idleMs;
    for (const printer of printers) {
      const { leaseOwner, leaseUntil } = printer;
      if (leaseOwner !== null && leaseOwner !== owner && (leaseUntil?.getTime() ?? 0) >= at) continue;
      const idle = (printer.checkedAt?.getTime() ?? 0) <= due;
      if (stopped || serving.has(printer.id) || !(idle || wanted.has(printer.id))) continue;
      const served = serve(printer)
        .catch((fault: unknown) => log.warn({ kind: kindOf(fault) }, "printing will try again"))
        .finally(() => serving.delete(printer.id));
      serving.set(printer.id, served);
    }
  }

  async function lookUntilQuiet(): Promise<void> {
    while (looks.again && !stopped) {
      looks.again = false;
      await look().catch((fault: unknown) =>
        log.warn({ kind: kindOf(fault) }, "printing could not look for jobs"),
      );
    }
    delete looks.now;
  }

  function wake(): void {
    looks.again = true;
    looks.now ??= lookUntilQuiet();
  }

  const silence = onWake(wake);
  const ticking = setInterval(wake, timing.workMs);
  ticking.unref();
  wake();
  return {
    stop: async () => {
      stopped = true;
      silence();
      clearInterval(ticking);
      await looks.now;
      await Promise.all(serving.values());
      await queue.leavePrinters(owner);
    },
  };
}
