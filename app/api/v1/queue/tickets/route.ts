import { randomUUID } from "node:crypto";
import { feedGuard } from "@/lib/access/guards";
import { admitFeed } from "@/lib/access/rate-limits";
import { boundedText } from "@/lib/platform/bounded-text";
import { BusyError } from "@/lib/platform/faults";
import { log } from "@/lib/platform/log";
import { ingestTickets } from "@/lib/queue/ingest";
import { deliveryInput, MAX_BATCH } from "@/lib/queue/schema";

export const dynamic = "force-dynamic";

const MAX_BODY_BYTES = 1_048_576;

const problem = (status: number, code: string, detail: string, headers: Record<string, string> = {}) =>
  Response.json(
    { error: { code, detail } },
    { status, headers: { "cache-control": "no-store", ...headers } },
  );

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** The queue feed: see docs/api/queue-feed.md. Answers each ticket by itself. */
export async function POST(request: Request): Promise<Response> {
  const requestId = randomUUID();
  try {
    const guarded = await feedGuard(request);
    if (!guarded.ok) {
      return problem(401, guarded.code, "Send a valid token as Authorization: Bearer …", {
        "www-authenticate": "Bearer",
      });
    }
    const { feedToken } = guarded.context;
    const admission = await admitFeed(feedToken.id);
    if (!admission.ok) {
      const seconds = String(Math.ceil(admission.retryAfterMs / 1000));
      return problem(429, "TOO_MANY_REQUESTS", `Wait ${seconds} s`, { "retry-after": seconds });
    }
    const type = request.headers.get("content-type") ?? "";
    if (!/^application\/json\b/i.test(type)) return problem(415, "NOT_JSON", "Send application/json");
    const text = await boundedText(request, MAX_BODY_BYTES);
    if (text === null) return problem(413, "TOO_LARGE", `At most ${MAX_BODY_BYTES} bytes a delivery`);
    const json = parseJson(text);
    if (!json) return problem(400, "MALFORMED_JSON", "The body is not JSON");
    const delivery = deliveryInput.safeParse(json.value);
    if (!delivery.success) {
      return problem(400, "BAD_DELIVERY", `Send { "tickets": [ … ] } with 1 to ${MAX_BATCH} tickets`);
    }
    const results = await ingestTickets(
      delivery.data.tickets,
      { kind: "FEED", feedTokenId: feedToken.id },
      requestId,
    );
    return Response.json({ requestId, results }, { headers: { "cache-control": "no-store" } });
  } catch (fault) {
    if (fault instanceof BusyError) {
      return problem(503, "BUSY", "Send the same delivery again: nothing is taken twice", {
        "retry-after": "2",
      });
    }
    log.error(
      { route: "queue.tickets", requestId, kind: fault instanceof Error ? fault.name : typeof fault },
      "fault",
    );
    return problem(
      500,
      "FAULT",
      `Something failed here; the delivery may be sent again (request ${requestId})`,
    );
  }
}
