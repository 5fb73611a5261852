import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { recordLook } from "@/lib/audit/looks";
import { officeSettingsSchema, type OfficeSettings } from "@/lib/office/schema";
import { environment } from "@/lib/platform/environment";
import { reader } from "@/lib/platform/database";
import type { Receipt } from "@/lib/platform/generated/sqlite/client";
import type { ActionResult } from "@/lib/platform/types";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import type { SignaturePicture } from "./drawn-signature";
import { lookAtSignature } from "./queries";

/** What stands in the place of the applicant's signature. */
export type SignaturePlace =
  | { readonly kind: "PICTURE"; readonly picture: SignaturePicture }
  | { readonly kind: "ELECTRONIC" | "REMOVED" | "UNREADABLE" | "UNABLE" | "THUMBPRINT" | "DECLINED" };

/** Everything on a receipt's pages. No name of the applicant: the queue number and last digits say who it is. */
export interface ReceiptDocument {
  readonly receipt: Receipt;
  readonly voucher: {
    readonly number: string;
    readonly serviceDate: string;
    readonly queueNumber: string;
    readonly bookingLast4: string | null;
    readonly ticketAt: Date;
    readonly waitedMs: number;
    readonly legalBasis: string;
  };
  /** The office's settings when it was signed. */
  readonly office: OfficeSettings;
  readonly names: { readonly witness: string; readonly apologyBy: string; readonly souvenirBy: string };
  readonly place: SignaturePlace;
  readonly demo: boolean;
}

async function placeOf(
  context: StaffContext,
  receipt: Receipt & { readonly signature: { readonly removedAt: Date | null } | null },
  withPicture: boolean,
): Promise<SignaturePlace> {
  if (receipt.unsignedReason) return { kind: receipt.unsignedReason };
  if (receipt.signature?.removedAt) return { kind: "REMOVED" };
  if (!withPicture) return { kind: "ELECTRONIC" };
  const answer = await lookAtSignature(context, receipt.id);
  return answer.ok ? { kind: "PICTURE", picture: answer.value } : { kind: "UNREADABLE" };
}

/**
 * What a receipt's pages hold, with the letterhead of the day it was signed. The look is audited.
 * @param withPicture for those who hold `signature.see` alone; that look is audited, too
 * Refusals: UNKNOWN_RECEIPT.
 */
export async function readReceiptDocument(
  context: StaffContext,
  receiptId: string,
  { withPicture }: { readonly withPicture: boolean },
): Promise<ActionResult<ReceiptDocument>> {
  const row = await reader().receipt.findUnique({
    where: { id: receiptId },
    include: { voucher: true, signature: { select: { removedAt: true } } },
  });
  if (!row) return { ok: false, code: "UNKNOWN_RECEIPT" };
  await recordLook(context.account.id, "receipt.viewed", { kind: "receipt", id: receiptId });
  const { voucher, signature, ...receipt } = row;
  const settings = await reader().settingVersion.findUniqueOrThrow({
    where: { version: receipt.settingsVersion },
  });
  const ids = [receipt.witnessId, receipt.apologyById, receipt.souvenirById];
  const names = await accountNames([...new Set(ids)]);
  const nameOf = (id: string) => names.get(id) ?? "–";
  const value: ReceiptDocument = {
    receipt,
    voucher,
    office: officeSettingsSchema.parse(JSON.parse(settings.data)),
    names: {
      witness: nameOf(receipt.witnessId),
      apologyBy: nameOf(receipt.apologyById),
      souvenirBy: nameOf(receipt.souvenirById),
    },
    place: await placeOf(context, { ...receipt, signature }, withPicture),
    demo: environment().mode === "demo",
  };
  return { ok: true, value };
}
