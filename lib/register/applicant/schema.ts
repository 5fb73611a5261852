import { z } from "zod";

/** How the officer made sure of who asks: long enough to say something, and no place for a number of a document. */
const ground = z.string().trim().min(10).max(300);

/** An applicant's request: the case that is open on the tablet, or the booking with one of its service dates. */
export const accessRequestInput = z.union([
  z.strictObject({ ticketId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/), ground }),
  z.strictObject({ bookingScan: z.string().trim().min(1).max(2000), serviceDate: z.iso.date(), ground }),
]);
export type AccessRequestInput = z.output<typeof accessRequestInput>;
