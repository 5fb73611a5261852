import "server-only";
import type { OfficeSettings } from "@/lib/office/schema";
import { environment } from "@/lib/platform/environment";
import type { Voucher } from "@/lib/platform/generated/sqlite/client";
import { qrMatrix } from "./qr";
import type { DirectionSlip, PromiseSlip, SlipOffice, TestSlip, VoucherSlip } from "./types";

function slipOffice(settings: OfficeSettings): SlipOffice {
  const { name, subtitle, timeZone, zoneLabel, complaintRoom } = settings;
  const room = { name: complaintRoom.name, directions: complaintRoom.directions };
  return { name, subtitle, timeZone, zoneLabel, room, demo: environment().mode === "demo" };
}

/** What of a voucher stands on its slip. */
export type SlipFacts = Pick<
  Voucher,
  | "number"
  | "queueNumber"
  | "bookingLast4"
  | "serviceDate"
  | "ticketAt"
  | "issuedAt"
  | "waitedMs"
  | "legalBasis"
  | "shortCode"
>;

/**
 * The slip of a voucher. Everything on it comes from the voucher's row, so a reprint is the same slip.
 * @param token the QR's text, derived from the voucher's id.
 */
export function voucherSlip(voucher: SlipFacts, token: string, settings: OfficeSettings): VoucherSlip {
  return {
    kind: "VOUCHER",
    office: slipOffice(settings),
    number: voucher.number,
    queueNumber: voucher.queueNumber,
    last4: voucher.bookingLast4,
    serviceDate: voucher.serviceDate,
    ticketAt: voucher.ticketAt.getTime(),
    issuedAt: voucher.issuedAt.getTime(),
    waitedMinutes: Math.floor(voucher.waitedMs / 60_000),
    legalBasis: voucher.legalBasis,
    shortCode: voucher.shortCode,
    qr: qrMatrix(token),
  };
}

/** The slip of SEE_OFFICER: the way to the room, and nothing of the ticket, so that every cause prints alike. */
export function directionSlip(serviceDate: string, at: Date, settings: OfficeSettings): DirectionSlip {
  return { kind: "DIRECTION", office: slipOffice(settings), serviceDate, issuedAt: at.getTime() };
}

/**
 * The slip of a promised souvenir; the same promise is always the same slip.
 * @param qrText what its QR says: the code behind a mark of its own.
 */
export function promiseSlip(
  promise: Pick<PromiseSlip, "item" | "number" | "serviceDate" | "shortCode" | "promisedAt">,
  qrText: string,
  settings: OfficeSettings,
): PromiseSlip {
  return { kind: "PROMISE", office: slipOffice(settings), ...promise, qr: qrMatrix(qrText) };
}

/** The slip of a test print. */
export function testSlip(printerName: string, at: Date, settings: OfficeSettings): TestSlip {
  return { kind: "TEST", office: slipOffice(settings), printerName, issuedAt: at.getTime() };
}
