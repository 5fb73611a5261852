import { instantOf } from "@/lib/office/local-time";
import { POLICY_V1 } from "@/lib/rules/policy";
import type { AccountRows, TicketRow, VoucherRow } from "@/lib/register/account/rows";

export const MONDAY = "2026-11-02";
export const ZONE = "Asia/Jakarta";
export const wibOf = (time: string, date = MONDAY) => instantOf(date, time, ZONE);

/** A ticket that meets every condition, numbered at 08.00. */
export const accountTicket = (id: string, changes: Partial<TicketRow> = {}): TicketRow => ({
  id,
  serviceDate: MONDAY,
  biometricTicketAt: wibOf("08:00"),
  biometricStartedAt: wibOf("09:00"),
  applicationType: "NEW",
  replacementReason: null,
  bookingChannel: "M_PASPOR",
  registeredInSmart: true,
  underReview: false,
  ...changes,
});

/** A voucher issued at 10.15 and untouched. */
export const accountVoucher = (ticketId: string, changes: Partial<VoucherRow> = {}): VoucherRow => ({
  ticketId,
  serviceDate: MONDAY,
  state: "ISSUED",
  origin: "KIOSK",
  issuedAt: wibOf("10:15"),
  steps: [],
  ...changes,
});

/** The rows of November 2026, made in December, of an office that serves from 07.00 to 16.00. */
export const accountRows = (changes: Partial<AccountRows> = {}): AccountRows => ({
  period: { from: "2026-11-01", to: "2026-11-30" },
  asOf: wibOf("09:00", "2026-12-01"),
  timeZone: ZONE,
  hours: { opens: "07:00", closes: "16:00" },
  serviceDates: [MONDAY, "2026-11-03"],
  policies: [POLICY_V1],
  tickets: [],
  vouchers: [],
  decisions: [],
  outages: [],
  souvenirs: [],
  promises: { made: 0, kept: 0, open: 0 },
  ...changes,
});
