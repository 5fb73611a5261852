import "server-only";
import { isIP } from "node:net";
import { appendAudit } from "@/lib/audit/append";
import type { Actor, AuditAction } from "@/lib/audit/types";
import { now, systemNow } from "@/lib/platform/clock";
import { writeTransaction, type Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { isLocalAddress } from "./printer-address";
import { printerStands } from "./print-jobs";
import type { AddPrinterInput } from "./schema";
import { wakePrinting } from "./wake";

/** Who does it, for the trail. */
interface By {
  readonly actor: Actor;
  readonly requestId: string;
}

function audit(
  tx: Tx,
  by: By,
  action: AuditAction,
  subject: { readonly kind: string; readonly id: string },
  data: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  return appendAudit(tx, { actor: by.actor, action, subject, data, requestId: by.requestId });
}

/**
 * Adds a printer of the office's own network; the server asks it at once how it is. Refuses with ADDRESS_NOT_LOCAL for
 * an address outside it, and with ADDRESS_TAKEN when another printer has that host and port.
 */
export async function addPrinter(
  input: AddPrinterInput,
  by: By,
): Promise<ActionResult<{ readonly id: string }>> {
  if (isIP(input.host) !== 0 && !isLocalAddress(input.host)) return { ok: false, code: "ADDRESS_NOT_LOCAL" };
  const { host, port } = input;
  const added = await writeTransaction(async (tx) => {
    const printer = await tx.printer.create({ data: { ...input, stateAt: systemNow() } });
    const same = await tx.printer.count({ where: { host, port, removedAt: null } });
    if (same > 1) {
      await tx.printer.delete({ where: { id: printer.id } });
      return null;
    }
    await audit(tx, by, "printer.added", { kind: "printer", id: printer.id });
    return printer.id;
  });
  if (added === null) return { ok: false, code: "ADDRESS_TAKEN" };
  wakePrinting();
  return { ok: true, value: { id: added } };
}

/** Gives a printer another name. Refuses with UNKNOWN_PRINTER. */
export function renamePrinter(printerId: string, name: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const { count } = await tx.printer.updateMany({
      where: { id: printerId, removedAt: null },
      data: { name },
    });
    if (count === 0) return { ok: false, code: "UNKNOWN_PRINTER" };
    await audit(tx, by, "printer.renamed", { kind: "printer", id: printerId });
    return { ok: true, value: null };
  });
}

/**
 * Takes a printer out of service: its kiosks print with their browsers again, and what waited for it is let go.
 * Refuses with UNKNOWN_PRINTER.
 */
export function removePrinter(printerId: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const { count } = await tx.printer.updateMany({
      where: { id: printerId, removedAt: null },
      data: { removedAt: systemNow() },
    });
    if (count === 0) return { ok: false, code: "UNKNOWN_PRINTER" };
    await tx.kiosk.updateMany({ where: { printerId }, data: { printerId: null } });
    const waiting = { printerId, state: "QUEUED" } as const;
    await tx.printJob.updateMany({
      where: waiting,
      data: { state: "FAILED", failure: "EXPIRED", settledAt: now() },
    });
    await audit(tx, by, "printer.removed", { kind: "printer", id: printerId });
    return { ok: true, value: null };
  });
}

/**
 * From now on this kiosk's slips come from that printer, or (null) from its own browser; slips that wait already stay
 * where they are. Refuses with NOT_FOUND or UNKNOWN_PRINTER.
 */
export function assignPrinter(
  kioskId: string,
  printerId: string | null,
  by: By,
): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    // A write first: it locks the printer against being removed meanwhile.
    if (printerId !== null)
      await tx.printer.updateMany({ where: { id: printerId }, data: { id: printerId } });
    const { count } = await tx.kiosk.updateMany({
      where: { id: kioskId, revokedAt: null },
      data: { printerId },
    });
    if (count === 0) return { ok: false, code: "NOT_FOUND" };
    if (printerId !== null && !(await printerStands(tx, printerId))) {
      await tx.kiosk.updateMany({ where: { id: kioskId }, data: { printerId: null } });
      return { ok: false, code: "UNKNOWN_PRINTER" };
    }
    await audit(tx, by, "kiosk.printer-assigned", { kind: "kiosk", id: kioskId }, { printerId });
    return { ok: true, value: null };
  });
}

/** Prints a slip that says it is a test. `testPrintProgress` tells how it goes. Refuses with UNKNOWN_PRINTER. */
export async function testPrint(
  printerId: string,
  accountId: string,
  by: By,
): Promise<ActionResult<{ readonly printJobId: string }>> {
  const result = await writeTransaction<ActionResult<{ readonly printJobId: string }>>(async (tx) => {
    const data = { kind: "TEST", printerId, byId: accountId, copy: 1, createdAt: now() } as const;
    const job = await tx.printJob.create({ data });
    if (!(await printerStands(tx, printerId))) {
      await tx.printJob.delete({ where: { id: job.id } });
      return { ok: false, code: "UNKNOWN_PRINTER" };
    }
    await audit(tx, by, "print.requested", { kind: "print-job", id: job.id }, { kind: "TEST" });
    return { ok: true, value: { printJobId: job.id } };
  });
  wakePrinting();
  return result;
}
