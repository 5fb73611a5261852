import { reader } from "@/lib/platform/database";
import { signReceipt } from "@/lib/register/receipts/sign-receipt";
import type { SignReceiptInput } from "@/lib/register/receipts/schema";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { newKey } from "../support/keys";
import { SCRAWL } from "../support/signature";

/** What a tablet shows of a voucher: when apology and souvenir were recorded. */
export async function seenOf(voucherId: string): Promise<SignReceiptInput["seen"]> {
  const steps = await reader().voucherStep.findMany({ where: { voucherId } });
  const promise = await reader().souvenirPromise.findUnique({ where: { held: voucherId } });
  const when = (step: string) => steps.find((row) => row.step === step)?.at?.getTime() ?? 0;
  return { apologyAt: when("APOLOGY"), souvenirAt: promise?.keptAt?.getTime() ?? when("SOUVENIR") };
}

/** An applicant signs on a tablet that shows the voucher as it stands. */
export async function sign(
  by: StaffContext,
  voucherId: string,
  more: Partial<Omit<SignReceiptInput, "voucherId">> = {},
) {
  const input = { voucherId, seen: await seenOf(voucherId), signature: SCRAWL, key: newKey(), ...more };
  return signReceipt(by, input, "test");
}

export const receiptRows = (voucherId: string) =>
  reader().receipt.findMany({ where: { voucherId }, include: { signature: true }, orderBy: { seq: "asc" } });

/** The only valid receipt of a voucher. */
export async function validReceipt(voucherId: string) {
  const [valid, ...more] = (await receiptRows(voucherId)).filter(({ state }) => state === "VALID");
  if (!valid || more.length > 0) throw new Error(`${more.length + (valid ? 1 : 0)} valid receipts`);
  return valid;
}
