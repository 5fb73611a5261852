import { takeLine } from "@/lib/access/live-lines";
import { sessionFromHeaders, sessionStands } from "@/lib/access/session";
import { onChange } from "@/lib/audit/changes";
import { isEnding, onEnding } from "@/lib/platform/ending";
import { liveLines } from "@/lib/platform/metrics";

export const dynamic = "force-dynamic";

const HEARTBEAT_MS = 10_000;
/** How soon a browser whose line was cut asks again: sooner than the page says that it hears nothing. */
const RETRY_MS = 700;

/**
 * Server-Sent Events for signed-in pages: `change` whenever anything was written, and a beat, so that a page notices a
 * lost line. It begins with a `change`: what was written between the drawing of the page and now was missed. It
 * carries no data: pages fetch what they may see themselves. Before each word it is asked whether the session still
 * stands; a suspension is itself a change, so it ends the stream within moments, with the word `ended`. A server that is
 * told to end closes its streams without a word, and the browsers ask the next one.
 */
export async function GET(request: Request): Promise<Response> {
  const session = await sessionFromHeaders(request.headers);
  if (!session) return new Response(null, { status: 401 });
  if (isEnding()) return new Response(null, { status: 503 });
  const giveBack = takeLine(session.account.id);
  if (!giveBack) return new Response(null, { status: 429, headers: { "retry-after": "10" } });
  const encoder = new TextEncoder();
  let close = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let closed = false;
      const send = (event: string) => {
        if (!closed) controller.enqueue(encoder.encode(`event: ${event}\ndata: {}\n\n`));
      };
      const ifStands = (event: string) =>
        void sessionStands(session.id).then((stands) => {
          send(stands ? event : "ended");
          if (!stands) close();
        }, close);
      const stop = onChange(() => ifStands("change"));
      const beat = setInterval(() => ifStands("beat"), HEARTBEAT_MS);
      close = () => {
        if (closed) return;
        closed = true;
        stop();
        clearInterval(beat);
        stopEnding();
        liveLines.dec();
        giveBack();
        controller.close();
      };
      liveLines.inc();
      const stopEnding = onEnding(close);
      request.signal.addEventListener("abort", close);
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
      send("change");
    },
    cancel: () => close(),
  });
  const headers = {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  };
  return new Response(stream, { headers });
}
