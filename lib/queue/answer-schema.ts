import { z } from "zod";

/** What the feed's routes answer; the OpenAPI document is made of these, and the routes are typed by them. */

const ticketId = z.string().min(1).max(100);
export const TICKET_STAGES = ["ARRIVED", "WAITING", "CALLED", "SERVING", "DONE"] as const;

export const takenAnswer = z.strictObject({
  ticketId,
  result: z.enum(["CREATED", "UPDATED", "UNCHANGED", "STALE"]),
});

export const refusedAnswer = z.strictObject({
  /** Null where the item had none that could be read. */
  ticketId: ticketId.nullable(),
  result: z.literal("REFUSED"),
  field: z.string(),
  reason: z.string().regex(/^[A-Z_]+$/),
  message: z.string(),
});

export const deliveryAnswer = z.strictObject({
  requestId: z.uuid(),
  results: z.array(z.union([takenAnswer, refusedAnswer])),
});
export type DeliveryAnswer = z.output<typeof deliveryAnswer>;

export const lookedUpTicket = z.strictObject({
  ticketId,
  state: z.enum(["UNKNOWN", ...TICKET_STAGES]),
  serviceDate: z.iso.date().nullable(),
  updatedAt: z.iso.datetime().nullable(),
});

export const lookupAnswer = z.strictObject({ requestId: z.uuid(), tickets: z.array(lookedUpTicket) });
export type LookupAnswer = z.output<typeof lookupAnswer>;

/** Every way in which a whole request can be refused, with the status it is answered with. */
export const PROBLEMS = {
  NOT_AUTHORISED: 401,
  MALFORMED_JSON: 400,
  BAD_REQUEST: 400,
  METHOD_NOT_ALLOWED: 405,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  TOO_MANY_REQUESTS: 429,
  FAULT: 500,
  BUSY: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** RFC 9457. `errors` names what is wrong of the envelope, never the values that were sent. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  requestId: z.uuid(),
  errors: z.array(z.strictObject({ field: z.string(), reason: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;

/**
 * `reason` stands only where the server does not serve: it is about to end, its disk takes nothing, or its database does
 * not answer.
 * `warnings` keep nobody from being served: the audit chain is broken, its last daily head or the last backup is too
 * old, or personal data have not been removed for two days.
 */
export const healthAnswer = z.strictObject({
  ok: z.boolean(),
  reason: z.enum(["ENDING", "STORAGE", "DATABASE"]).optional(),
  warnings: z.array(z.enum(["AUDIT_BROKEN", "AUDIT_HEAD_OLD", "BACKUP_OLD", "RETENTION_LATE"])).optional(),
});
export type HealthAnswer = z.output<typeof healthAnswer>;
