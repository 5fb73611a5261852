import type { RegisterQuery } from "@/lib/register/types";

/** The address of a page of the register: a period and filters, nothing of a person. */
export function registerAddress(query: RegisterQuery, changes: Partial<RegisterQuery> = {}): string {
  const { list, period, state, origin, outcome, ruling, officerId, after } = {
    ...query,
    after: null,
    ...changes,
  };
  const parts = { list, ...period, state, origin, outcome, ruling, officer: officerId, after };
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null);
  return `/staff/register?${new URLSearchParams(said).toString()}`;
}

/** The same page without any filter: what another part of the register begins with. */
export const NO_FILTERS = {
  state: null,
  origin: null,
  outcome: null,
  ruling: null,
  officerId: null,
} as const;
