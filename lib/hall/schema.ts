import { z } from "zod";

const alert = z.strictObject({
  ticketId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  /** Minutes waited at which it rose. */
  level: z.int().min(1).max(1440),
});

/** Alerts that somebody has seen; repeating it does nothing more, so it carries no key. */
export const acknowledgeAlertsInput = z.strictObject({ alerts: z.array(alert).min(1).max(100) });
export type AcknowledgeAlertsInput = z.output<typeof acknowledgeAlertsInput>;
