import { z } from "zod";

const words = (max: number) => z.string().trim().min(2).max(max);
const instant = z.int().min(0).max(8_640_000_000_000_000);

/** An instant as known (epoch ms), or as typed: a local date and time of day of the office. */
const moment = z.union([
  instant,
  z.strictObject({ date: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  z.literal("NOW"),
]);

/** A disruption as an officer states it. */
const statement = z.strictObject({
  /** Null declares a new one. */
  outageId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .nullable(),
  /** A correction's ground: the newest history row that was shown; null for none. */
  seen: z.string().max(64).nullable(),
  system: words(40),
  reason: words(200),
  startedAt: moment,
  /** Null is still going on. */
  endedAt: moment.nullable(),
  /** Taken back as a mistake: it counts as if it had never been. */
  withdraw: z.boolean().default(false),
});

export const previewOutageInput = statement;

export const changeOutageInput = statement.extend({
  /** Why the past is changed; a supervisor's. */
  note: z.string().trim().min(5).max(500).optional(),
  key: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
});

export type Moment = z.output<typeof moment>;
export type OutageStatementInput = z.output<typeof statement>;
/** The same with every moment as an instant, epoch ms. */
export interface OutageChange extends Omit<OutageStatementInput, "startedAt" | "endedAt"> {
  readonly startedAt: number;
  readonly endedAt: number | null;
}
export type ChangeOutageInput = z.output<typeof changeOutageInput>;
