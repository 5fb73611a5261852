import "server-only";
import type { Right, Role } from "./types";

/** In the order in which pages and docs name them. */
export const ROLES: readonly Role[] = ["officer", "supervisor", "head", "administrator"];

const HALL: readonly Role[] = ["officer", "supervisor", "head"];
const ABOVE: readonly Role[] = ["supervisor", "head"];
const HOUSE: readonly Role[] = ["head", "administrator"];

/**
 * The whole table of rights; docs/rights.md shows it in words. The head holds every right. The review flag reaches
 * supervisors and the head only (F.2.g). An administrator looks after machines: no right of theirs shows a person's data.
 */
export const RIGHTS: Readonly<Record<Right, readonly Role[]>> = {
  "records.see": HALL,
  "register.see": HALL,
  "register.name": HALL,
  "voucher.confirm": HALL,
  "voucher.withhold": HALL,
  "voucher.grant": ABOVE,
  "ticket.enter": HALL,
  "hall.acknowledge": HALL,
  "contradiction.resolve": HALL,
  "kiosk-call.answer": HALL,
  "outage.declare": HALL,
  "outage.back-date": ABOVE,
  "review-flag.see": ABOVE,
  "review-flag.set": ABOVE,
  // A file says whether a row changes anything: with its flag column that would tell an officer the flag.
  "queue.import": ABOVE,
  "undo.others": ABOVE,
  "confirmation.override": ABOVE,
  "receipt.sign": HALL,
  "signature.see": ABOVE,
  "souvenirs.manage": ABOVE,
  "device-alert.acknowledge": ROLES,
  "calendar.manage": ["supervisor", "head", "administrator"],
  "devices.manage": HOUSE,
  "feed.manage": HOUSE,
  "settings.manage": HOUSE,
  // What the decree leaves open is the head's to settle (KETIGA).
  "policy.manage": ["head"],
  "accounts.manage": HOUSE,
  "audit.verify": ABOVE,
  // Machines and lists, and nobody's data.
  "status.see": ["supervisor", "head", "administrator"],
  "person.export": ABOVE,
  // It counts what became of each clause, the review flag's too.
  "account.see": ABOVE,
  "account.issue": ["head"],
};

/**
 * Whose accounts a role makes, suspends, reinstates, gives passwords and other roles. An administrator could otherwise
 * sign in as a supervisor by giving them a password, and read the review flag.
 */
export const MANAGED_ROLES: Readonly<Record<Role, readonly Role[]>> = {
  officer: [],
  supervisor: [],
  head: ROLES,
  administrator: ["officer"],
};

/** Whether a role holds a right. */
export function can(role: Role, right: Right): boolean {
  return RIGHTS[right].includes(role);
}

/** Whether accounts of `other` are `role`'s to change. */
export function manages(role: Role, other: Role): boolean {
  return MANAGED_ROLES[role].includes(other);
}

/** Reads the role column; anything unknown is refused rather than guessed. */
export function roleOf(stored: unknown): Role | null {
  return ROLES.find((role) => role === stored) ?? null;
}
