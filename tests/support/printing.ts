import { afterEach } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import { printProgress } from "@/lib/printing/print-jobs";
import { startPrinting, type WorkerTiming } from "@/lib/printing/print-worker";
import type { PaperWidth } from "@/lib/printing/types";
import { paperContent } from "@/lib/vouchers/paper-content";
import { startPrinter, type PrinterEmulator } from "./printer-emulator";
import { until } from "./until";

/** Short where a test waits for it to pass, long where it must not. */
export const QUICK: Partial<WorkerTiming> = {
  connectMs: 3_000,
  askMs: 3_000,
  lookMs: 25,
  answerMs: 5_000,
  holdMs: 5_000,
  workMs: 25,
  idleMs: 60_000,
  leaseMs: 3_000,
  againMs: [20, 20],
};

/** Printers and workers of one test file; whatever a test starts is stopped after it. */
export function usePrinters() {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return {
    /** A printer that stands in the hall, and its row. */
    async printer(
      paperWidth: PaperWidth = "80",
    ): Promise<{ readonly printer: PrinterEmulator; readonly id: string }> {
      const printer = await startPrinter({ paperWidth });
      ends.push(printer.stop);
      const data = { name: "Printer pintu masuk", host: "127.0.0.1", port: printer.port, paperWidth };
      const { id } = await writeTransaction((tx) => tx.printer.create({ data }));
      return { printer, id };
    },
    work(timing: Partial<WorkerTiming> = {}): { readonly stop: () => Promise<void> } {
      const worker = startPrinting(paperContent, { ...QUICK, ...timing });
      ends.push(worker.stop);
      return worker;
    },
  };
}

/** A kiosk that prints on that printer. */
export async function givenKiosk(id: string, printerId: string | null): Promise<void> {
  await writeTransaction((tx) => tx.kiosk.create({ data: { id, name: id, printerId } }));
}

/** Where a job stands, once it stands there. */
export async function settled(printJobId: string, ...states: string[]) {
  return until(
    () => reader().printJob.findUniqueOrThrow({ where: { id: printJobId } }),
    (job) => states.includes(job.state),
  );
}

export const progressOf = (printJobId: string, kioskId = "kiosk-1") => printProgress({ kioskId }, printJobId);
