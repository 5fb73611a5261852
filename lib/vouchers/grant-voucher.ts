import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "@/lib/access/rights";
import { appendAudit } from "@/lib/audit/append";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { decisionRows, evaluate } from "./evaluate";
import { issueVoucher } from "./issue-voucher";
import { openVoucher } from "./queries";
import { worded, type StaffContext } from "./staff-call";
import { decideTicket } from "./ticket-call";
import { waitOf } from "./wait";
import type { VoucherView } from "./types";

/**
 * A supervisor grants compensation with a written reason where the rules did not, if today's wait is over the promise;
 * it takes the next number of the day's series. Refusals: NOT_ALLOWED, REASON_NEEDED, NOT_OVER_THRESHOLD, HAS_VOUCHER,
 * OTHER_DAY, UNKNOWN_TICKET.
 */
export async function grantVoucher(
  context: StaffContext,
  input: { readonly ticketId: string; readonly reason: string; readonly key: string },
  requestId: string,
): Promise<ActionResult<VoucherView>> {
  if (!can(context.account.role, "voucher.grant")) return { ok: false, code: "NOT_ALLOWED" };
  const reason = input.reason.trim();
  if (!reason) return { ok: false, code: "REASON_NEEDED" };
  const effect = await decideTicket(
    { ...context, requestId },
    input,
    async (tx, { ticket, settings, at }) => {
      const finding = await evaluate(tx, [ticket], at, settings);
      const waitedMs = waitOf(ticket, at);
      const { biometricTicketAt } = ticket;
      if (!biometricTicketAt || waitedMs === null || waitedMs <= finding.policy.thresholdMs) {
        return { ok: false, code: "NOT_OVER_THRESHOLD" };
      }
      const byId = context.account.id;
      const voucherId = randomUUID();
      const voucher = await issueVoucher(
        tx,
        {
          id: voucherId,
          ticket: { ...ticket, biometricTicketAt },
          serviceDate: finding.serviceDate,
          at,
          waitedMs,
          policy: finding.policy,
          settings,
          origin: { grantedById: byId, reason },
        },
        decisionRows(finding, { source: "OFFICER", byId, voucherId, requestId }),
      );
      await tx.ruling.create({
        data: { ticketId: ticket.id, voucherId: voucher.id, kind: "GRANTED", reason, byId, at },
      });
      const subject = { kind: "voucher", id: voucher.id };
      await appendAudit(tx, {
        actor: { kind: "OFFICER", id: byId },
        action: "voucher.granted",
        subject,
        requestId,
      });
      return { ok: true };
    },
  );
  if (!effect.ok) return worded(effect);
  const voucher = await reader().voucher.findUniqueOrThrow({ where: { ticketId: input.ticketId } });
  const view = await openVoucher(context, voucher.id);
  return view ? { ok: true, value: view } : { ok: false, code: "UNKNOWN_VOUCHER" };
}
