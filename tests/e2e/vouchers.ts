import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import path from "node:path";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { ActionClient } from "../support/action-client";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { newKey } from "../support/keys";
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

/** The id of an item of the office's, from its database. */
export function souvenirOf(office: RunningServer, name: string): string {
  const db = new Database(path.join(office.dataDir, "janji.db"), { readonly: true, timeout: 20_000 });
  try {
    return db.prepare("SELECT id FROM souvenirs WHERE name = ?").pluck().get(name) as string;
  } finally {
    db.close();
  }
}

/** A booking whose holder was apologised to, given a souvenir and let go first: an officer recorded all of it. */
export async function received(office: RunningServer): Promise<string> {
  const { slip, booking } = await issue(office);
  const tablet = await new ActionClient(office).signIn("petugas", DEMO_PASSWORDS.petugas);
  const found = await tablet.act<{ voucherId: string }>("/staff", "findVoucherAction", {
    scanned: slip.shortCode,
  });
  if (!found.ok) throw new Error("the voucher was not found");
  const { voucherId } = found.value;
  for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"]) {
    const gift = step === "SOUVENIR" ? { souvenirId: souvenirOf(office, "Payung") } : {};
    const done = await tablet.act("/staff", "recordStepAction", { voucherId, step, ...gift, key: newKey() });
    if (!done.ok) throw new Error(`${step} was not recorded: ${done.code}`);
  }
  return booking;
}

/** The card of one of the three duties on a voucher's page. */
export const duty = (page: Page, step: "APOLOGY" | "SOUVENIR" | "PRIORITY") =>
  page.getByRole("article", { name: words.duty[step].title });
