import type { RegisterQuery } from "@/lib/register/types";
import { TUESDAY } from "../support/test-database";

/** A page of the register as it is asked for without filters, over the test's day. */
export const query = (changes: Partial<RegisterQuery> = {}): RegisterQuery => ({
  list: "vouchers",
  period: { from: TUESDAY, to: TUESDAY },
  state: null,
  origin: null,
  outcome: null,
  ruling: null,
  officerId: null,
  after: null,
  ...changes,
});
