import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

const HEALTH_EVERY_MS = 250;
const HEALTH_WITHIN_MS = 3_000;

/** A proxy as offices have one in front of several servers: asks their health, and goes round among the sound ones. */
export interface Proxy {
  readonly url: string;
  readonly port: number;
  /** Which of the servers get requests at this moment. */
  readonly sound: () => readonly string[];
  readonly stop: () => Promise<void>;
}

async function healthy(server: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(HEALTH_WITHIN_MS);
    return (await fetch(`${server}/api/v1/health`, { signal })).ok;
  } catch {
    return false;
  }
}

const refused = (fault: unknown) => (fault as NodeJS.ErrnoException).code === "ECONNREFUSED";

/**
 * @param servers addresses of the servers behind it. A request goes to another one only where the connection was refused:
 * once it may have arrived, its fault is the client's to see.
 */
export async function startProxy(servers: readonly string[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  let sound: string[] = [];
  let round = 0;
  const look = async () => {
    const found = await Promise.all(servers.map(async (one) => ((await healthy(one)) ? [one] : [])));
    sound = found.flat();
  };
  const timer = setInterval(() => void look(), HEALTH_EVERY_MS);

  function pass(to: string, from: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(to);
      const headers = { ...from.headers, "x-forwarded-for": from.socket.remoteAddress ?? "" };
      const { method, url: path } = from;
      request({ agent, hostname, port, method, path, headers }, resolve).on("error", reject).end(body);
    });
  }

  async function answer(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const body = await buffer(from);
    const tried = [...sound];
    for (let count = 0; count < tried.length; count += 1) {
      const one = tried[(round += 1) % tried.length] ?? "";
      try {
        const answered = await pass(one, from, body);
        // How long a line stays open is between its two ends.
        delete answered.headers.connection;
        delete answered.headers["keep-alive"];
        to.writeHead(answered.statusCode ?? 502, { ...answered.headers, "x-served-by": one });
        answered.on("error", () => to.destroy());
        to.on("close", () => answered.destroy());
        answered.pipe(to);
        return;
      } catch (fault) {
        if (!refused(fault)) break;
      }
    }
    to.writeHead(502).end();
  }

  const server = createServer((from, to) => void answer(from, to).catch(() => to.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    port,
    sound: () => sound,
    stop: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
