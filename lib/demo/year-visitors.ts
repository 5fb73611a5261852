import "server-only";
import type { Random } from "./random";
import type { SimulatedApplicant } from "./types";

/** What an applicant does about a long wait, and what an officer makes of it; minutes after the one before. */
export interface VisitorPlan {
  readonly applicant: SimulatedApplicant;
  /** Instants (epoch ms) at which they hold their letter before the kiosk. */
  readonly checks: readonly number[];
  /** Where the kiosk sends them to an officer, a supervisor grants it with a written reason, so long after the check. */
  readonly grantAfter: number | null;
  readonly desk:
    | { readonly kind: "STAYS_AWAY" }
    | { readonly kind: "WITHHELD"; readonly after: number }
    | {
        readonly kind: "CONFIRMED";
        readonly apology: number;
        readonly souvenir: number;
        readonly priority: number;
      };
}

const MINUTE_MS = 60_000;
const PROMISE_MS = 120 * MINUTE_MS;

/** Of a hundred who waited longer than promised, so many ask at the kiosk; of those who did not, so many look. */
const ASKS_PERCENT = 82;
const LOOKS_PERCENT = 3;
const LOOKS_EARLY_PERCENT = 8;
const STAYS_AWAY_PERCENT = 9;
const WITHHELD_PERCENT = 2;
const GRANT_PERCENT = 7;
const GRANT_AFTER_MS = 30_000;

/**
 * Who comes to the kiosk on a pretended day, and when; the rules decide what they are told. People ask while the
 * complaint room is open: whose two hours pass too late for that cannot.
 * @param closes epoch ms
 */
export function planVisitors(
  applicants: readonly SimulatedApplicant[],
  closes: number,
  random: Random,
): VisitorPlan[] {
  return applicants.flatMap((applicant): VisitorPlan[] => {
    const { numberAt, startedAt, completedAt, arrivedAt } = applicant.timeline;
    if (numberAt === null || applicant.facts.bookingCode === null) return [];
    const minutes = (low: number, high: number) =>
      MINUTE_MS * random.between(low, high) + 1000 * random.between(0, 59);
    const long = (startedAt ?? closes) - numberAt > PROMISE_MS;
    if (!random.chance(long ? ASKS_PERCENT : LOOKS_PERCENT)) return [];
    const early = random.chance(LOOKS_EARLY_PERCENT) ? [numberAt + minutes(30, 100)] : [];
    const usual = long ? numberAt + PROMISE_MS + minutes(1, 24) : (completedAt ?? arrivedAt) + minutes(1, 6);
    const checks = [...early, usual].filter((at) => at >= arrivedAt && at < closes - 12 * MINUTE_MS);
    if (checks.length === 0) return [];
    const [apology, souvenir, priority] = [minutes(1, 9), minutes(0, 2), minutes(1, 14)];
    const grantAfter = long && random.chance(GRANT_PERCENT) ? GRANT_AFTER_MS : null;
    const plan = { applicant, checks, grantAfter };
    const fate = random.between(1, 100);
    if (fate <= STAYS_AWAY_PERCENT) return [{ ...plan, desk: { kind: "STAYS_AWAY" } }];
    if (fate <= STAYS_AWAY_PERCENT + WITHHELD_PERCENT)
      return [{ ...plan, desk: { kind: "WITHHELD", after: apology } }];
    return [{ ...plan, desk: { kind: "CONFIRMED", apology, souvenir, priority } }];
  });
}
