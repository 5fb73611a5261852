import { z } from "zod";
import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS } from "@/lib/rules/types";

const key = z.string().regex(/^[A-Za-z0-9-]{16,64}$/);

/** As on the applicant's paper: upper case, no blanks. An empty one is absent. */
const queueNumber = z
  .string()
  .max(20)
  .transform((value) => value.replace(/\s+/g, "").toUpperCase())
  .optional()
  .transform((value) => value || undefined);

/** A booking letter as scanned, or its number as typed; an empty one is absent (a walk-in has none). */
const bookingScan = z
  .string()
  .max(2000)
  .optional()
  .transform((value) => (value?.trim() ? value : undefined));

/** One applicant entered by an officer because SMART does not deliver. */
export const enterTicketInput = z
  .strictObject({
    queueNumber,
    bookingScan,
    applicationType: z.enum(APPLICATION_TYPES),
    replacementReason: z.enum(REPLACEMENT_REASONS).optional(),
    bookingChannel: z.enum(BOOKING_CHANNELS),
    registeredInSmart: z.boolean(),
    /** True when the biometric number is handed out with this entry: the wait starts now (F.2.b). */
    withNumber: z.boolean(),
    key,
  })
  .refine((entry) => !entry.withNumber || entry.queueNumber !== undefined, { path: ["queueNumber"] })
  .refine((entry) => entry.applicationType !== "REPLACEMENT" || entry.replacementReason !== undefined, {
    path: ["replacementReason"],
  });
export type EnterTicketInput = z.output<typeof enterTicketInput>;

/** One applicant's next stage. Repeating it does nothing more, so it carries no key. */
export const advanceTicketInput = z.strictObject({
  ticketId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  to: z.enum(["NUMBER", "CALL", "SERVE", "COMPLETE"]),
  queueNumber,
});
export type AdvanceTicketInput = z.output<typeof advanceTicketInput>;

/** What an officer writes when they have looked into a contradiction. */
export const resolveAlertInput = z.strictObject({
  alertId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  note: z.string().trim().min(5).max(500),
});
