import "server-only";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import type { Printer, PrintJob } from "@/lib/platform/generated/sqlite/client";
import type { PaperSlip } from "@/lib/printing/escpos-slip";
import { directionSlip, testSlip, voucherSlip } from "@/lib/printing/slips";
import { localDate } from "@/lib/rules/local-date";
import { promiseContent } from "./souvenirs/print-promise";
import { voucherToken } from "./tokens";

/**
 * What the server puts on paper for a job; null for a voucher that was withheld or lapsed, or a promise that was taken
 * back, while it waited.
 */
export async function paperContent(job: PrintJob, printer: Printer): Promise<PaperSlip | null> {
  const settings = await readSettings(reader());
  switch (job.kind) {
    case "VOUCHER": {
      const voucher = job.voucherId
        ? await reader().voucher.findUnique({ where: { id: job.voucherId } })
        : null;
      if (!voucher || voucher.state === "WITHHELD" || voucher.state === "LAPSED") return null;
      const token = voucherToken(voucher.id);
      return { slip: voucherSlip(voucher, token, settings), qrText: token };
    }
    case "PROMISE":
      return promiseContent(job.promiseId);
    case "DIRECTION": {
      const serviceDate = localDate(job.createdAt.getTime(), settings.timeZone);
      return { slip: directionSlip(serviceDate, job.createdAt, settings) };
    }
    case "TEST":
      return { slip: testSlip(printer.name, job.createdAt, settings) };
  }
}
