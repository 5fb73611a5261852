import { accountFromHeaders } from "@/lib/access/session";
import { onChange } from "@/lib/audit/changes";

export const dynamic = "force-dynamic";

const HEARTBEAT_MS = 10_000;

/**
 * Server-Sent Events for signed-in pages: `change` whenever anything was written, and a beat, so that a page notices a
 * lost line. It begins with a `change`: what was written between the drawing of the page and now was missed. It
 * carries no data: pages fetch what they may see themselves. A session that ended ends the stream.
 */
export async function GET(request: Request): Promise<Response> {
  if (!(await accountFromHeaders(request.headers))) return new Response(null, { status: 401 });
  const encoder = new TextEncoder();
  let close = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string) => controller.enqueue(encoder.encode(`event: ${event}\ndata: {}\n\n`));
      const stop = onChange(() => send("change"));
      const beat = setInterval(() => {
        void accountFromHeaders(request.headers).then((account) => (account ? send("beat") : close()), close);
      }, HEARTBEAT_MS);
      let closed = false;
      close = () => {
        if (closed) return;
        closed = true;
        stop();
        clearInterval(beat);
        controller.close();
      };
      request.signal.addEventListener("abort", close);
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
