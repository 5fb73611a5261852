import { z } from "zod";

const words = (max: number) => z.string().trim().min(2).max(max);
const instant = z.int().min(0).max(8_640_000_000_000_000);

/** A disruption as an officer states it; instants are epoch ms of the office's clock. */
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
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Taken back as a mistake: it counts as if it had never been. */
  withdraw: z.boolean().default(false),
});

export const previewOutageInput = statement;

export const changeOutageInput = statement.extend({
  /** Why the past is changed; a supervisor's. */
  note: z.string().trim().min(5).max(500).optional(),
  key: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
});

export type OutageChange = z.output<typeof statement>;
export type ChangeOutageInput = z.output<typeof changeOutageInput>;
