import { checkBooking } from "@/lib/vouchers/check-booking";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { newKey } from "./keys";
import { booking } from "./tickets";

export const KIOSK = { kiosk: { id: "kiosk-1" }, requestId: "test" };

/** One scan of an invented applicant's booking at a kiosk. */
export async function scan(number: number, key = newKey(), kiosk = KIOSK): Promise<KioskAnswer> {
  const answer = await checkBooking(kiosk, { payload: booking(number), key });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
