import "server-only";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import type { PrinterRow, PrintFailure, PrintProgress, PrintTrouble } from "./types";

/** The office's printers, the oldest first. For staff. */
export async function listPrinters(): Promise<PrinterRow[]> {
  const db = reader();
  const printers = await db.printer.findMany({
    where: { removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const kiosks = await db.kiosk.findMany({
    where: { revokedAt: null, printerId: { not: null } },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, printerId: true },
  });
  const waiting = await db.printJob.groupBy({
    by: ["printerId"],
    where: { state: { in: ["QUEUED", "SENT"] }, printerId: { not: null } },
    _count: true,
  });
  return printers.map((printer) => ({
    id: printer.id,
    name: printer.name,
    host: printer.host,
    port: printer.port,
    paperWidth: printer.paperWidth === "58" ? "58" : "80",
    state: printer.state,
    stateAt: printer.stateAt.getTime(),
    checkedAt: printer.checkedAt?.getTime() ?? null,
    kiosks: kiosks.filter(({ printerId }) => printerId === printer.id).map(({ id, name }) => ({ id, name })),
    waiting: waiting.find(({ printerId }) => printerId === printer.id)?._count ?? 0,
  }));
}

/** The printers that need somebody: all but those that print well or were never asked yet. For staff. */
export async function printersInNeed(): Promise<PrinterRow[]> {
  return (await listPrinters()).filter(({ state }) => state !== "READY" && state !== "UNKNOWN");
}

/**
 * Today's vouchers whose newest slip is not known to have come out, the newest first. A slip that a browser printed and
 * nobody was asked about yet is among them. For staff.
 */
export async function printTroubles(): Promise<PrintTrouble[]> {
  const db = reader();
  const { timeZone } = await readSettings(db);
  const vouchers = await db.voucher.findMany({
    where: {
      serviceDate: localDate(now().getTime(), timeZone),
      state: { in: ["ISSUED", "CONFIRMED"] },
      printJobs: { some: { state: { in: ["UNCONFIRMED", "FAILED"] } } },
    },
    select: { id: true, number: true, printJobs: { orderBy: { copy: "desc" }, take: 1 } },
    orderBy: { seq: "desc" },
    take: 50,
  });
  return vouchers.flatMap(({ id, number, printJobs: [job] }) =>
    job && (job.state === "UNCONFIRMED" || job.state === "FAILED")
      ? [
          {
            printJobId: job.id,
            voucherId: id,
            number,
            kioskId: job.kioskId,
            printerId: job.printerId,
            state: job.state,
            failure: job.failure as PrintFailure | null,
            at: (job.settledAt ?? job.createdAt).getTime(),
          },
        ]
      : [],
  );
}

/** How a test print stands; null for any other job. For staff. */
export async function testPrintProgress(printJobId: string): Promise<PrintProgress | null> {
  const job = await reader().printJob.findFirst({
    where: { id: printJobId, kind: "TEST" },
    select: { state: true, failure: true },
  });
  return job && { state: job.state, failure: job.failure as PrintFailure | null };
}
