"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { grantVoucher } from "@/lib/vouchers/grant-voucher";
import { decideReviewFlag, lookAtReviewFlag } from "@/lib/vouchers/review-flag";
import { findTickets } from "@/lib/vouchers/ticket-queries";
import {
  findTicketsInput,
  grantVoucherInput,
  reopenTicketInput,
  reviewFlagInput,
  ticketInput,
  withholdTicketInput,
} from "@/lib/vouchers/schema";
import type { ReviewFlagView, TicketView, VoucherView } from "@/lib/vouchers/types";
import { reopenTicket, withholdTicket } from "@/lib/vouchers/withhold";

const find = action({
  name: "staff.find-tickets",
  guard: rightGuard("records.see"),
  schema: findTicketsInput,
  run: async ({ context, input }) => ({ ok: true, value: await findTickets(context, input.query) }),
});

const withhold = action({
  name: "staff.withhold-ticket",
  guard: rightGuard("voucher.withhold"),
  schema: withholdTicketInput,
  run: ({ context, input, requestId }) => withholdTicket(context, input, requestId),
});

const reopen = action({
  name: "staff.reopen-ticket",
  guard: rightGuard("voucher.withhold"),
  schema: reopenTicketInput,
  run: ({ context, input, requestId }) => reopenTicket(context, input, requestId),
});

const grant = action({
  name: "staff.grant-voucher",
  guard: rightGuard("voucher.grant"),
  schema: grantVoucherInput,
  run: ({ context, input, requestId }) => grantVoucher(context, input, requestId),
});

const lookAtFlag = action({
  name: "staff.look-at-review-flag",
  guard: rightGuard("review-flag.see"),
  schema: ticketInput,
  run: ({ context, input, requestId }) => lookAtReviewFlag(context, input.ticketId, requestId),
});

const decideFlag = action({
  name: "staff.decide-review-flag",
  guard: rightGuard("review-flag.set"),
  schema: reviewFlagInput,
  run: ({ context, input, requestId }) => decideReviewFlag(context, input, requestId),
});

/** Today's tickets that match a scanned booking, last digits or a queue number. */
export async function findTicketsAction(raw: unknown): Promise<ActionResult<TicketView[]>> {
  return find(raw);
}

/** An officer decides otherwise on a ticket without a voucher, with a written reason. */
export async function withholdTicketAction(raw: unknown): Promise<ActionResult<TicketView>> {
  return withhold(raw);
}

/** Takes back a decision otherwise. */
export async function reopenTicketAction(raw: unknown): Promise<ActionResult<TicketView>> {
  return reopen(raw);
}

/** A supervisor grants compensation with a written reason; it takes the next number of the day. */
export async function grantVoucherAction(raw: unknown): Promise<ActionResult<VoucherView>> {
  return grant(raw);
}

/** The review flag (F.2.g), for supervisors only; each look is audited. */
export async function lookAtReviewFlagAction(raw: unknown): Promise<ActionResult<ReviewFlagView>> {
  return lookAtFlag(raw);
}

/** A supervisor raises or clears the review flag, with a written reason. */
export async function decideReviewFlagAction(raw: unknown): Promise<ActionResult<ReviewFlagView>> {
  return decideFlag(raw);
}
