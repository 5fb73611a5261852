import "server-only";
import type { z } from "zod";
import { feedGuard } from "@/lib/access/guards";
import { admitFeed, worthALine } from "@/lib/access/rate-limits";
import type { KnownFeedToken } from "@/lib/access/types";
import { boundedBytes } from "@/lib/platform/bounded-text";
import { faultFacts } from "@/lib/platform/fault-facts";
import { BusyError, isConnectionFault, isDamage, StorageError } from "@/lib/platform/faults";
import { log } from "@/lib/platform/log";
import { currentRequestId, noteRequest } from "@/lib/platform/request";
import type { ProblemCode } from "./answer-schema";
import { problemResponse } from "./problem";
import { MAX_BODY_BYTES } from "./schema";

interface FeedRoute<Schema extends z.ZodType, Answer> {
  /** Stable name for the log. */
  readonly name: string;
  readonly schema: Schema;
  /** What to send, said to somebody who sent something else. */
  readonly wanted: string;
  readonly run: (call: {
    readonly input: z.output<Schema>;
    readonly feedToken: KnownFeedToken;
    readonly requestId: string;
  }) => Promise<Answer>;
}

const NO_STORE = { "cache-control": "no-store" };

/** A body as JSON, or what keeps it from being that; of what was sent only the place is told. */
function parseJson(bytes: Uint8Array): { readonly value: unknown } | { readonly why: string } {
  if (bytes.length === 0) return { why: "The body is empty" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { why: "The body is not UTF-8" };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (fault) {
    const [, place] = /at position (\d+)/.exec(fault instanceof Error ? fault.message : "") ?? [];
    return { why: `The body does not parse as JSON${place ? ` (character ${Number(place) + 1})` : ""}` };
  }
}

/** The one frame of the feed's routes: token, limits, body, envelope, in this order; refusals are RFC 9457 problems. */
export function feedRoute<Schema extends z.ZodType, Answer extends object>(route: FeedRoute<Schema, Answer>) {
  return async (request: Request): Promise<Response> => {
    const requestId = currentRequestId();
    const note = async ({ id }: KnownFeedToken, what: string) => {
      if (await worthALine(id)) log.warn({ route: route.name, requestId, feedTokenId: id }, what);
    };
    const refuse = (code: ProblemCode, detail: string, told: Parameters<typeof problemResponse>[2] = {}) =>
      problemResponse(code, detail, { requestId, ...told });
    try {
      const guarded = await feedGuard(request);
      if (!guarded.ok) {
        const headers = { "www-authenticate": "Bearer" };
        return refuse("NOT_AUTHORISED", "Send a token that works as Authorization: Bearer feed_…", {
          headers,
        });
      }
      const { feedToken } = guarded.context;
      noteRequest({ feedTokenId: feedToken.id });
      const admission = await admitFeed(feedToken.id);
      if (!admission.ok) {
        await note(feedToken, "too many deliveries");
        const seconds = String(Math.ceil(admission.retryAfterMs / 1000));
        return refuse("TOO_MANY_REQUESTS", `Wait ${seconds} s`, { headers: { "retry-after": seconds } });
      }
      if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
        return refuse("NOT_JSON", "Send Content-Type: application/json");
      }
      const bytes = await boundedBytes(request, MAX_BODY_BYTES);
      if (bytes === null) return refuse("TOO_LARGE", `Send at most ${MAX_BODY_BYTES} bytes a request`);
      const json = parseJson(bytes);
      if ("why" in json) return refuse("MALFORMED_JSON", json.why);
      const parsed = route.schema.safeParse(json.value);
      if (!parsed.success) {
        await note(feedToken, "refused input");
        const errors = parsed.error.issues.slice(0, 20).map((issue) => ({
          field: issue.path.map(String).join(".") || "(body)",
          reason: issue.code.toUpperCase(),
          message: issue.message,
        }));
        return refuse("BAD_REQUEST", route.wanted, { errors });
      }
      const answer = await route.run({ input: parsed.data, feedToken, requestId });
      return Response.json(answer, { headers: NO_STORE });
    } catch (fault) {
      // A full disk has room again once somebody has made it: a bridge that waits loses nothing.
      const stored = fault instanceof StorageError || isDamage(fault);
      if (stored || fault instanceof BusyError || isConnectionFault(fault)) {
        const headers = { "retry-after": stored ? "30" : "2" };
        return refuse("BUSY", "Send the same request again: nothing is taken twice", { headers });
      }
      log.error({ route: route.name, requestId, ...faultFacts(fault) }, "fault");
      return refuse("FAULT", "Something failed here; the same request may be sent again");
    }
  };
}
