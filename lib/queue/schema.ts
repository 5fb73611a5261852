import { z } from "zod";
import { APPLICATION_TYPES, BOOKING_CHANNELS, REPLACEMENT_REASONS } from "@/lib/rules/types";

/** Largest batch of one delivery. */
export const MAX_BATCH = 500;
/** Largest body of one request of the feed. */
export const MAX_BODY_BYTES = 1_048_576;

/** One line of whole characters: PostgreSQL takes no zero byte, and one such item would sink its whole batch. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/**
 * An instant with an explicit offset or Z; anything else would be a guess about a time zone. One outside this century
 * is a source's mistake, and some of them no database can hold.
 */
const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .pipe(z.date().min(new Date("2000-01-01T00:00:00Z")).max(new Date("2100-01-01T00:00:00Z")));

/** As letters write it, in groups or not; kept without separators and in capitals. */
const bookingCode = z
  .string()
  .regex(/^[\s.-]*(?:[A-Za-z0-9][\s.-]*){4,32}$/)
  .transform((value) => value.replace(/[\s.-]/g, "").toUpperCase());

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/**
 * One ticket as the queue's source delivers it. Times are ISO 8601 with offset; `serviceDate` is the office's
 * local date. A field that is absent or null is "not known" or "has not happened".
 */
export const ticketInput = z.strictObject({
  ticketId: text(100),
  bookingCode: absent(bookingCode),
  queueNumber: absent(text(20)),
  /** Left out, it is the office's local date of the biometric number, or of the delivery. */
  serviceDate: absent(z.iso.date()),
  biometricTicketAt: absent(instant),
  calledAt: absent(instant),
  biometricStartedAt: absent(instant),
  completedAt: absent(instant),
  applicationType: absent(z.enum(APPLICATION_TYPES)),
  replacementReason: absent(z.enum(REPLACEMENT_REASONS)),
  bookingChannel: absent(z.enum(BOOKING_CHANNELS)),
  registeredInSmart: absent(z.boolean()),
  underReview: absent(z.boolean()),
  applicantName: absent(text(120)),
  updatedAt: instant,
});

/** A sound ticket after parsing; instants are Dates. */
export type TicketInput = z.output<typeof ticketInput>;
/** A ticket as written by a source, before parsing. */
export type TicketPayload = z.input<typeof ticketInput>;

/** A delivery: items are checked one by one, so the envelope holds them as they came. */
export const deliveryInput = z.strictObject({ tickets: z.array(z.unknown()).min(1).max(MAX_BATCH) });

/** The bridge's own check of what is known; ids travel in the body, since addresses are logged everywhere. */
export const lookupInput = z.strictObject({ ticketIds: z.array(text(100)).min(1).max(MAX_BATCH) });
