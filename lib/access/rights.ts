import "server-only";
import type { Right, Role } from "./types";

const BOTH: readonly Role[] = ["officer", "supervisor"];
const SUPERVISOR: readonly Role[] = ["supervisor"];

/** The whole table of rights. The review flag reaches supervisors only (F.2.g). */
export const RIGHTS: Readonly<Record<Right, readonly Role[]>> = {
  "voucher.confirm": BOTH,
  "voucher.withhold": BOTH,
  "voucher.grant": SUPERVISOR,
  "ticket.enter": BOTH,
  "hall.acknowledge": BOTH,
  "outage.declare": BOTH,
  "outage.back-date": SUPERVISOR,
  "calendar.manage": SUPERVISOR,
  "review-flag.see": SUPERVISOR,
  "review-flag.set": SUPERVISOR,
  // A file says whether a row changes anything: with its flag column that would tell an officer the flag.
  "queue.import": SUPERVISOR,
  "undo.others": SUPERVISOR,
  "confirmation.override": SUPERVISOR,
  "devices.manage": SUPERVISOR,
  "feed.manage": SUPERVISOR,
  "accounts.manage": SUPERVISOR,
  "audit.verify": SUPERVISOR,
};

/** Whether a role holds a right. */
export function can(role: Role, right: Right): boolean {
  return RIGHTS[right].includes(role);
}

/** Reads the role column; anything unknown is refused rather than guessed. */
export function roleOf(stored: unknown): Role | null {
  return stored === "officer" || stored === "supervisor" ? stored : null;
}
