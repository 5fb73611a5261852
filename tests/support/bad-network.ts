import { createServer, connect, type Socket } from "node:net";

/**
 * What becomes of a request: it passes; is turned away; is never answered; is answered, but the answer breaks off; is
 * answered by a Wi-Fi portal's page; by a server that is starting; by something that is JSON and no answer.
 */
export type Weather = "calm" | "refuse" | "stall" | "cut" | "portal" | "starting" | "nonsense";

const http = (status: string, type: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;

const FOREIGN: Partial<Record<Weather, string>> = {
  portal: http("200 OK", "text/html", "<!doctype html><title>Wi-Fi</title><h1>Accept the terms</h1>"),
  starting: http("500 Internal Server Error", "text/html", "<h1>Internal Server Error</h1>"),
  nonsense: http("200 OK", "application/json", '{"ok":true,"now":"soon"}'),
};

/** Enough of an answer to look like one. */
const CUT_AFTER_BYTES = 300;

export interface BadNetwork {
  readonly url: string;
  /** Changes what becomes of requests from now on; connections made before are ended. */
  readonly set: (weather: Weather) => void;
  /** Resolves once a request for this path met the present weather. */
  readonly met: (path: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A real network path between a browser and a server: a TCP relay that can fail in the ways that networks do. */
export async function startBadNetwork(target: { readonly port: number }): Promise<BadNetwork> {
  let weather: Weather = "calm";
  const sockets = new Set<Socket>();
  const waiting = new Set<{ readonly path: string; readonly resolve: () => void }>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // Ends of connections are what is played here; there is nobody to tell.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };

  const server = createServer((client) => {
    keep(client);
    let upstream: Socket | undefined;
    client.on("data", (chunk) => {
      const request = chunk.toString("latin1");
      for (const one of waiting) {
        if (!request.includes(` ${one.path} HTTP/1.1`)) continue;
        waiting.delete(one);
        one.resolve();
      }
      if (weather === "stall") return;
      if (weather === "refuse") return void client.resetAndDestroy();
      const foreign = FOREIGN[weather];
      if (foreign !== undefined) return void client.end(foreign);
      upstream ??= join(client);
      upstream.write(chunk);
    });
  });

  function join(client: Socket): Socket {
    const upstream = connect(target.port, "127.0.0.1");
    keep(upstream);
    upstream.on("data", (chunk) => {
      if (weather !== "cut") return void client.write(chunk);
      client.write(chunk.subarray(0, CUT_AFTER_BYTES));
      client.destroySoon();
    });
    upstream.on("close", () => client.end());
    client.on("close", () => upstream.destroy());
    return upstream;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://localhost:${port}`,
    set: (next) => {
      weather = next;
      endAll();
    },
    met: (path) => new Promise((resolve) => waiting.add({ path, resolve })),
    stop: () => {
      endAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
