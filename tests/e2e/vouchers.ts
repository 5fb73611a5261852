import type { Page } from "@playwright/test";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { ActionClient } from "../support/action-client";
import { applicant, officeNow, pushTickets } from "../support/feed";
import type { RunningServer } from "../support/server";
import { words } from "./staff";

/** A voucher that a kiosk has just issued: its slip's data, and what its QR says. */
export async function issue(office: RunningServer) {
  const ticket = applicant(await officeNow(office), 130);
  await pushTickets(office, [ticket]);
  const kiosk = await new ActionClient(office).enrol();
  const answer = await kiosk.check(ticket.bookingCode);
  if (!answer.ok || answer.value.outcome !== "ELIGIBLE") throw new Error("no voucher was issued");
  const { slip }: Extract<KioskAnswer, { outcome: "ELIGIBLE" }> = answer.value;
  return { slip, booking: ticket.bookingCode, kiosk };
}

/** The card of one of the three duties on a voucher's page. */
export const duty = (page: Page, step: "APOLOGY" | "SOUVENIR" | "PRIORITY") =>
  page.getByRole("article", { name: words.duty[step].title });
