import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { readSettings } from "@/lib/office/settings";
import { now, systemNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { lockVoucher } from "@/lib/vouchers/locked-voucher";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import { worded, type Effect, type StaffCall, type StaffContext } from "@/lib/vouchers/staff-call";
import { supersedeReceipt } from "@/lib/vouchers/supersede-receipt";
import { sealSignature, signatureFault } from "./drawn-signature";
import { receiptsOfVoucher } from "./queries";
import type { SignReceiptInput } from "./schema";
import { readSignedFor, type SignedFor } from "./signed-for";
import type { ReceiptView } from "./types";

/** Raised with every change of the text above the signature; documents are drawn with the text that was signed. */
export const WORDING = 1;

/** The document's number by the office's pattern; a voucher's further receipts end in -2, -3 … */
function receiptNumber(
  pattern: string,
  voucher: { number: string; serviceDate: string },
  seq: number,
): string {
  const base = pattern
    .replaceAll("{number}", voucher.number)
    .replaceAll("{date}", voucher.serviceDate.replaceAll("-", ""));
  return seq === 1 ? base : `${base}-${seq}`;
}

async function newestSettings(tx: Tx): Promise<{ readonly version: number; readonly pattern: string }> {
  const newest = await tx.settingVersion.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return { version: newest.version, pattern: (await readSettings(tx)).documentNumbers.receipt };
}

type Voucher = { readonly id: string; readonly number: string; readonly serviceDate: string };

async function writeReceipt(
  tx: Tx,
  { account, requestId }: StaffCall,
  voucher: Voucher,
  signedFor: SignedFor,
  signature: SignReceiptInput["signature"],
  at: Date,
): Promise<void> {
  const id = randomUUID();
  const voucherId = voucher.id;
  const { version: settingsVersion, pattern } = await newestSettings(tx);
  const seq = (await tx.receipt.count({ where: { voucherId } })) + 1;
  const number = receiptNumber(pattern, voucher, seq);
  const unsignedReason = "unsigned" in signature ? signature.unsigned : null;
  const document = { seq, number, wording: WORDING, settingsVersion, signedAt: at, unsignedReason };
  await tx.receipt.create({
    data: { id, voucherId, held: voucherId, witnessId: account.id, ...document, ...signedFor },
  });
  if (!("unsigned" in signature)) {
    await tx.receiptSignature.create({
      data: { receiptId: id, sealed: sealSignature(signature, voucherId, id) },
    });
  }
  const kind = unsignedReason ? "RECEIPT_UNSIGNED" : "RECEIPT_SIGNED";
  await tx.voucherEvent.create({ data: { voucherId, at, kind, byId: account.id } });
  await appendAudit(tx, {
    actor: { kind: "OFFICER", id: account.id },
    action: "receipt.signed",
    subject: { kind: "receipt", id },
    data: { voucherId, seq, signature: unsignedReason ?? "DRAWN", souvenir: signedFor.souvenir },
    requestId,
  });
}

/**
 * Records that an applicant signed for apology and souvenir, before the officer signed in, or why there is no signature.
 * One receipt of a voucher holds at a time; after a promised souvenir was handed over another takes its place.
 * Refusals: SIGNATURE_EMPTY, SIGNATURE_TOO_SMALL, UNKNOWN_VOUCHER, NOTHING_TO_SIGN, SIGNED_FOR_CHANGED when the tablet
 * showed something else than what stands now, ALREADY_SIGNED (by whom recorded, when).
 */
export async function signReceipt(
  context: StaffContext,
  input: SignReceiptInput,
  requestId: string,
): Promise<ActionResult<readonly ReceiptView[]>> {
  const { voucherId, seen, signature, key } = input;
  const fault = "unsigned" in signature ? null : signatureFault(signature);
  if (fault) return { ok: false, code: fault };
  const call: StaffCall = { ...context, requestId };
  const byId = context.account.id;
  const effect = await oncePerKey<Effect>(key, `${byId}:receipt:${voucherId}`, async (tx) => {
    const locked = await lockVoucher(tx, voucherId);
    if (!locked) return { ok: false, code: "UNKNOWN_VOUCHER" };
    const at = now();
    const signedFor = await readSignedFor(tx, locked, systemNow());
    if (!signedFor) return { ok: false, code: "NOTHING_TO_SIGN" };
    const { apologyAt, souvenirAt, souvenir } = signedFor;
    if (apologyAt.getTime() !== seen.apologyAt || souvenirAt.getTime() !== seen.souvenirAt)
      return { ok: false, code: "SIGNED_FOR_CHANGED" };
    const held = await tx.receipt.findUnique({ where: { held: voucherId } });
    if (held?.souvenir === "PROMISED" && souvenir === "RECEIVED")
      await supersedeReceipt(tx, voucherId, "PROMISE_KEPT", { byId, at, requestId });
    else if (held) {
      const { witnessId, signedAt } = held;
      return { ok: false, code: "ALREADY_SIGNED", byId: witnessId, details: { at: signedAt.getTime() } };
    }
    await writeReceipt(tx, call, locked.voucher, signedFor, signature, at);
    return { ok: true };
  });
  return effect.ok ? { ok: true, value: await receiptsOfVoucher(context, voucherId) } : worded(effect);
}
