import { exportRecord } from "@/lib/register/applicant/export-record";
import type { AccessRequestInput } from "@/lib/register/applicant/schema";
import type { ApplicantRecord } from "@/lib/register/applicant/types";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { TUESDAY } from "../support/test-database";
import { booking } from "../support/tickets";

export const GROUND = "KTP asli diperlihatkan, wajah cocok";
export const CALL = { requestId: "test", locale: "id" };
export const byBooking = (number: number, serviceDate = TUESDAY): AccessRequestInput => ({
  bookingScan: booking(number),
  serviceDate,
  ground: GROUND,
});

/** A copy as it is handed over, and the JSON in it. */
export async function copyOf(by: StaffContext, input: AccessRequestInput, locale = "id") {
  const answer = await exportRecord(by, input, { ...CALL, locale });
  if (!answer.ok) throw new Error(answer.code);
  const { html } = answer.value;
  const [, json = ""] = /<script type="application\/json" id="record">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return { ...answer.value, record: JSON.parse(json) as ApplicantRecord };
}

/** A copy without what tells one invented applicant and one instant from another. */
export const shape = (html: string) =>
  html
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "T")
    .replace(/\d{1,2} \p{L}+ \d{4},? (pukul )?\d\d[.:]\d\d WIB/gu, "T")
    .replace(/9900\d{12}/g, "BOOKING")
    .replace(/B-00\d/g, "QUEUE")
    .replace(/K-00\d/g, "VOUCHER")
    .replace(/"last4": "\d{4}"|<dd>\d{4}<\/dd>/g, "LAST4")
    .replace(/Contoh Pemohon \d/g, "NAME");
