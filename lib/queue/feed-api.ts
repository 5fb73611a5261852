import "server-only";
import { chainTroubles } from "@/lib/audit/verifications";
import { backupTroubles } from "@/lib/office/backups/last-backup";
import { retentionTroubles } from "@/lib/office/retention";
import { health } from "@/lib/platform/health";
import type { DeliveryAnswer, HealthAnswer, LookupAnswer } from "./answer-schema";
import { feedRoute } from "./feed-route";
import { ingestTickets } from "./ingest";
import { lookUpTickets } from "./look-up";
import { deliveryInput, lookupInput, MAX_BATCH } from "./schema";

/** POST /api/v1/queue/tickets: a delivery, each ticket of it answered by itself. */
export const deliver = feedRoute({
  name: "queue.tickets",
  schema: deliveryInput,
  wanted: `Send { "tickets": [ … ] } with 1 to ${MAX_BATCH} tickets`,
  run: async ({ input, feedToken, requestId }): Promise<DeliveryAnswer> => {
    const source = { kind: "FEED", feedTokenId: feedToken.id } as const;
    return { requestId, results: await ingestTickets(input.tickets, source, requestId) };
  },
});

/** POST /api/v1/queue/tickets/lookup: what is known of tickets; a POST, so that no id stands in an address. */
export const lookUp = feedRoute({
  name: "queue.lookup",
  schema: lookupInput,
  wanted: `Send { "ticketIds": [ … ] } with 1 to ${MAX_BATCH} ids`,
  run: async ({ input, requestId }): Promise<LookupAnswer> => ({
    requestId,
    tickets: await lookUpTickets(input.ticketIds),
  }),
});

type Warnings = NonNullable<HealthAnswer["warnings"]>;

/** What keeps nobody from being served and should be looked at; of what cannot be asked nothing is said. */
async function officeTroubles(): Promise<Warnings> {
  const asked = await Promise.allSettled<Warnings>([chainTroubles(), backupTroubles(), retentionTroubles()]);
  return asked.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}

/** GET /api/v1/health: whether this process serves, and if not, in one word why; and what the office should look at. */
export async function tellHealth(): Promise<Response> {
  const state = await health();
  const warnings = state === "OK" ? await officeTroubles() : [];
  const served: HealthAnswer = warnings.length > 0 ? { ok: true, warnings } : { ok: true };
  const body: HealthAnswer = state === "OK" ? served : { ok: false, reason: state };
  return Response.json(body, {
    status: state === "OK" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
