import "server-only";
import { can } from "./rights";
import type { Right, Role } from "./types";

/** Every page behind sign-in and the right that it takes. "Akun saya" is everybody's. */
export const PAGES = {
  "/staff": "voucher.confirm",
  "/staff/hall": "records.see",
  "/staff/calls": "voucher.confirm",
  "/staff/tickets": "records.see",
  "/staff/tickets/[id]": "records.see",
  "/staff/queue": "ticket.enter",
  "/staff/vouchers": "records.see",
  "/staff/vouchers/[id]": "records.see",
  "/staff/register": "register.see",
  "/staff/register/[id]": "register.see",
  "/staff/souvenirs": "voucher.confirm",
  "/staff/outages": "outage.declare",
  "/staff/contradictions": "contradiction.resolve",
  "/staff/import": "queue.import",
  "/staff/report": "account.see",
  "/staff/calendar": "calendar.manage",
  "/staff/settings": "settings.manage",
  "/staff/settings/versions": "settings.manage",
  "/staff/settings/policy": "records.see",
  "/staff/audit": "audit.verify",
  "/staff/status": "status.see",
  "/staff/access-requests": "person.export",
  "/staff/devices": "devices.manage",
  "/staff/devices/printers": "devices.manage",
  "/staff/devices/feed": "feed.manage",
  "/staff/devices/accounts": "accounts.manage",
  "/staff/devices/accounts/[id]": "accounts.manage",
} as const satisfies Readonly<Record<string, Right>>;

export type StaffPage = keyof typeof PAGES;

/** Whether a role may open a page. */
export function mayOpen(role: Role, page: StaffPage): boolean {
  return can(role, PAGES[page]);
}

/** The pages that a role may open: what navigation shows of them. */
export function openPages(role: Role): StaffPage[] {
  return (Object.keys(PAGES) as StaffPage[]).filter((page) => mayOpen(role, page));
}

/** Where a role begins: at the vouchers, or for those who do not work with them at the devices. */
export function homeOf(role: Role): StaffPage {
  return mayOpen(role, "/staff") ? "/staff" : "/staff/devices";
}
