import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";

/**
 * Lets vouchers lapse whose service date has ended unconfirmed. May run at any time and in several processes: the
 * condition on the state lets each voucher lapse once.
 * @returns how many lapsed by this call.
 */
export async function lapseVouchers(requestId: string): Promise<number> {
  const { timeZone } = await readSettings(reader());
  const at = now();
  const today = localDate(at.getTime(), timeZone);
  const due = await reader().voucher.findMany({
    where: { state: "ISSUED", serviceDate: { lt: today } },
    select: { id: true },
    take: 500,
  });
  let lapsed = 0;
  for (const { id } of due) {
    lapsed += await writeTransaction(async (tx) => {
      const { count } = await tx.voucher.updateMany({
        where: { id, state: "ISSUED" },
        data: { state: "LAPSED" },
      });
      if (count === 0) return 0;
      await tx.voucherEvent.create({ data: { voucherId: id, at, kind: "LAPSED" } });
      const subject = { kind: "voucher", id };
      await appendAudit(tx, { actor: { kind: "SYSTEM" }, action: "voucher.lapsed", subject, requestId });
      return 1;
    });
  }
  return lapsed;
}
