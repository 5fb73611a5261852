import { z } from "zod";
import { VOUCHER_STEPS } from "@/lib/rules/voucher-states";

/** Longest written reason or note. */
export const MAX_REASON = 500;

/** Made anew for each tap and kept for its retries: the same key gets the same answer. */
export const requestKey = z.string().regex(/^[A-Za-z0-9-]{16,64}$/);

const id = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const voucherId = id;
const ticketId = id;

/** Whether a reason is needed depends on who asks and when, so an empty one is the use case's to refuse. */
const reason = z.string().trim().max(MAX_REASON);

/** What a scanner read or a person typed; never kept. Control characters are the parser's to strip. */
const scanned = z.string().min(1).max(2000);

export const findVoucherInput = z.strictObject({ scanned });
export const findTicketsInput = z.strictObject({ query: scanned });
export const ticketInput = z.strictObject({ ticketId });

export const recordStepInput = z.strictObject({
  voucherId,
  step: z.enum(VOUCHER_STEPS),
  /** With `settled`: why the part cannot be given. */
  note: reason.optional(),
  settled: z.boolean().optional(),
  /** SOUVENIR: the item handed over, or with `promised` the one that is promised for later. */
  souvenirId: id.optional(),
  promised: z.boolean().optional(),
  /** A supervisor's written reason to go on against an outage or a raised flag. */
  override: reason.optional(),
  key: requestKey,
});

export const confirmVoucherInput = z.strictObject({
  voucherId,
  override: reason.optional(),
  key: requestKey,
});

export const undoStepInput = z.strictObject({
  voucherId,
  step: z.enum(VOUCHER_STEPS),
  /** Needed where only the supervisor's role permits the undo. */
  reason: reason.optional(),
  key: requestKey,
});

export const withholdVoucherInput = z.strictObject({ voucherId, reason, key: requestKey });
export const reopenVoucherInput = z.strictObject({ voucherId, reason: reason.optional(), key: requestKey });
export const withholdTicketInput = z.strictObject({ ticketId, reason, key: requestKey });
export const reopenTicketInput = z.strictObject({ ticketId, reason: reason.optional(), key: requestKey });
export const reviewFlagInput = z.strictObject({
  ticketId,
  underReview: z.boolean(),
  reason,
  key: requestKey,
});
export const grantVoucherInput = z.strictObject({ ticketId, reason, key: requestKey });
/** `printerId` null prints in the tablet's own browser. */
export const reprintVoucherInput = z.strictObject({
  voucherId,
  key: requestKey,
  printerId: z.string().min(1).max(64).nullable().default(null),
});
