import "server-only";
import type { Told, ToldClause } from "./types";

const TOLD: readonly Told[] = [
  ...(["UNKNOWN_BOOKING", "OTHER_DAY", "NO_BIOMETRIC_TICKET", "NOT_YET", "SERVED_IN_TIME"] as const),
  ...(["OUTAGE", "SEE_OFFICER", "ELIGIBLE", "ALREADY_RECEIVED"] as const),
];

/** What the kiosk told, from the trail's row of the check; null for what this version does not know. */
export function toldIn(data: string): Told | null {
  try {
    const { outcome } = JSON.parse(data) as { readonly outcome?: unknown };
    return TOLD.find((told) => told === outcome) ?? null;
  } catch {
    return null;
  }
}

const clauses = (met: boolean, ...names: ToldClause["clause"][]) =>
  names.map((clause): ToldClause => ({ clause, met }));

/**
 * The conditions that an answer of the kiosk speaks of. They follow from what was told and from nothing else, so that the
 * record of a check cannot tell more than the check itself did (decision 002).
 */
export function toldClauses(told: Told | null): ToldClause[] {
  switch (told) {
    case "NOT_YET":
    case "SERVED_IN_TIME":
      return clauses(false, "F.2.b");
    case "OUTAGE":
      return clauses(false, "F.2.f");
    case "ELIGIBLE":
      return clauses(true, "F.2.a", "F.2.b", "F.2.c", "F.2.e", "F.2.f");
    default:
      return [];
  }
}

/** Whether the kiosk's answer spoke of a wait. */
export const tellsWait = (told: Told | null): boolean =>
  told === "NOT_YET" || told === "SERVED_IN_TIME" || told === "OUTAGE" || told === "ELIGIBLE";
