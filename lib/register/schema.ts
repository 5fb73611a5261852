import { z } from "zod";
import { OUTCOMES } from "@/lib/rules/types";
import { VOUCHER_STATES } from "@/lib/rules/voucher-states";
import { REGISTER_LISTS, RULING_KINDS, VOUCHER_ORIGINS, type Period, type RegisterQuery } from "./types";

const id = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
/** A century is more than any office keeps, and less than any list of its days may grow to. */
const date = z.iso.date().refine((day) => day >= "2000-01-01" && day <= "2099-12-31");

/** What stands in a page's address: anything wrong there is left out, not refused. */
const one = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null).default(null);

const address = z.object({
  list: z.enum(REGISTER_LISTS).catch("vouchers").default("vouchers"),
  from: one(date),
  to: one(date),
  state: one(z.enum(VOUCHER_STATES)),
  origin: one(z.enum(VOUCHER_ORIGINS)),
  outcome: one(z.enum(OUTCOMES)),
  ruling: one(z.enum(RULING_KINDS)),
  officer: one(id),
  after: one(z.string().max(100)),
});

/**
 * Reads a page's address. Without a period it is the month so far; with its ends the wrong way round they change places.
 * A filter of another list is left out.
 * @param today the office's local date.
 */
export function readRegisterQuery(raw: unknown, today: string): RegisterQuery {
  const { list, from, to, officer, ...filters } = address.parse(raw);
  const ends = [
    from ?? `${(to ?? today).slice(0, 7)}-01`,
    to ?? (from && from > today ? from : today),
  ].sort();
  const period = { from: ends[0], to: ends[1] } as Period;
  const none = { state: null, origin: null, outcome: null, ruling: null, officerId: null };
  const { state, origin, outcome, ruling, after } = filters;
  const known = {
    // Of a state and an origin together, the state counts: each has an index of its own.
    vouchers: { state, origin: state === null ? origin : null, officerId: officer },
    near: {},
    decisions: { outcome },
    rulings: { ruling, officerId: officer },
  }[list];
  return { list, period, after, ...none, ...known };
}

export const findCasesInput = z.strictObject({
  query: z.string().trim().min(2).max(40),
  from: date,
  to: date,
});
export const caseInput = z.strictObject({ ticketId: id });
