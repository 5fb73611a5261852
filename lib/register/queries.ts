import "server-only";
import { can, ROLES } from "@/lib/access/rights";
import type { SignedInAccount } from "@/lib/access/types";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { listDecisions, listNearMisses } from "./list-decisions";
import { listRulings } from "./list-rulings";
import { listVouchers } from "./list-vouchers";
import type { RegisterPage, RegisterQuery } from "./types";

interface Context {
  readonly account: SignedInAccount;
}

/** Rows of a page of the register. */
export const PAGE_SIZE = 40;

const LISTS = {
  vouchers: listVouchers,
  near: listNearMisses,
  decisions: listDecisions,
  rulings: listRulings,
} as const;

/**
 * One page of the register. It reads the rows that it shows and, of a list in several parts, one page of each. What it
 * answers is the same for every role, and nothing in it depends on a ticket's review flag (F.2.g) beyond what the
 * outcome itself says.
 * @param size rows of a page; for tests.
 */
export function registerPage(
  _context: Context,
  query: RegisterQuery,
  size: number = PAGE_SIZE,
): Promise<RegisterPage> {
  return LISTS[query.list](query, size);
}

/** Today in the office's zone, `YYYY-MM-DD`. */
export async function registerToday(): Promise<string> {
  const { timeZone } = await readSettings(reader());
  return localDate(now().getTime(), timeZone);
}

/** Everybody who may have recorded something, also those who have left, by name: the filter by officer. */
export async function registerOfficers(
  _context: Context,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const roles = ROLES.filter((role) => can(role, "voucher.confirm"));
  return reader().user.findMany({
    where: { role: { in: [...roles] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
