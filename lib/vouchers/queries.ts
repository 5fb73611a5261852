import "server-only";
import { recordLook } from "@/lib/audit/looks";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { localDate } from "@/lib/rules/local-date";
import { parseVoucherScan } from "./tokens";
import type { StaffContext } from "./staff-call";
import type { VoucherLine, VoucherView } from "./types";
import { buildVoucherView, VOUCHER_EVIDENCE } from "./voucher-view";

/** Today in the office's zone, `YYYY-MM-DD`. */
async function officeToday(): Promise<string> {
  const { timeZone } = await readSettings(reader());
  return localDate(now().getTime(), timeZone);
}

/** A voucher with its evidence; null when there is none. The look is audited. */
export async function openVoucher({ account }: StaffContext, voucherId: string): Promise<VoucherView | null> {
  const evidence = await reader().voucher.findUnique({ where: { id: voucherId }, include: VOUCHER_EVIDENCE });
  if (!evidence) return null;
  await recordLook(account.id, "voucher.viewed", { kind: "voucher", id: voucherId });
  return buildVoucherView(evidence, account, now());
}

/**
 * Finds the voucher that an officer scanned or typed: QR token, short code, or today's number such as K-003.
 * Refusals: UNKNOWN_CODE; PROMISE_SLIP for the slip of a promised souvenir; OTHER_DAY with its service date.
 */
export async function findVoucher(
  context: StaffContext,
  scanned: string,
): Promise<ActionResult<VoucherView>> {
  const parsed = parseVoucherScan(scanned);
  const serviceDate = await officeToday();
  const unknown = { ok: false, code: "UNKNOWN_CODE" } as const;
  if (parsed.kind === "NONE") return unknown;
  if (parsed.kind === "PROMISE") return { ok: false, code: "PROMISE_SLIP" };
  const newest = { orderBy: { serviceDate: "desc" }, select: { id: true, serviceDate: true } } as const;
  const vouchers = reader().voucher;
  const found =
    parsed.kind === "TOKEN"
      ? await vouchers.findUnique({ where: { tokenHash: parsed.hash }, select: newest.select })
      : parsed.kind === "SHORT_CODE"
        ? await vouchers.findFirst({ where: { shortCode: parsed.code }, ...newest })
        : await vouchers.findFirst({ where: { number: parsed.number, serviceDate }, ...newest });
  if (!found) return unknown;
  if (found.serviceDate !== serviceDate) {
    return { ok: false, code: "OTHER_DAY", details: { serviceDate: found.serviceDate } };
  }
  const view = await openVoucher(context, found.id);
  return view ? { ok: true, value: view } : unknown;
}

/** Today's vouchers, newest first. No names: the list may be seen over a shoulder. */
export async function todaysVouchers(_context: StaffContext): Promise<VoucherLine[]> {
  const rows = await reader().voucher.findMany({
    where: { serviceDate: await officeToday() },
    include: { steps: { select: { state: true } } },
    orderBy: { seq: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    queueNumber: row.queueNumber,
    last4: row.bookingLast4,
    issuedAt: row.issuedAt.getTime(),
    waitedMinutes: Math.floor(row.waitedMs / 60_000),
    stepsDone: row.steps.filter(({ state }) => state !== "OPEN").length,
    origin: row.origin,
  }));
}

/** How many of today's vouchers still wait for an officer. */
export async function openVoucherCount(): Promise<number> {
  return reader().voucher.count({
    where: { serviceDate: await officeToday(), state: { in: ["ISSUED", "CONFIRMED"] } },
  });
}
