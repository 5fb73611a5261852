import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import path from "node:path";
import { freePort } from "../../tests/support/server";
import type { Built } from "./builds";

export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the process's start to its first answer. */
  readonly startedInMs: number;
  readonly stop: () => Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Serves a build with one of its own scripts, or with Next's own server, and waits until it answers at `path`. */
export async function serve(
  built: Built,
  options: {
    readonly script: readonly string[];
    readonly at: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { PATH, HOME } = process.env;
  const begun = performance.now();
  const child = spawn(process.execPath, [...options.script], {
    cwd: built.folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...{ PATH, HOME, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      ...{ PORT: String(port), JANJI_BUILD: built.buildId, JANJI_LOG_LEVEL: "silent" },
      ...options.env,
    },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (;;) {
    const answer = await fetch(`${url}${options.at}`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (answer?.ok) break;
    if (child.exitCode !== null || performance.now() - begun > 120_000)
      throw new Error(`The server did not start:\n${said}`);
    await pause(10);
  }
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { url, pid: child.pid ?? 0, startedInMs: performance.now() - begun, stop };
}

/** The product's own HTTP server, run in its folder. */
export const PRODUCT_SERVER = ["scripts/http-server.mjs"];
/** Next's own server over a build. */
export const NEXT_SERVER = [
  path.resolve(import.meta.dirname, "../../node_modules/next/dist/bin/next"),
  "start",
];

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One POST over one connection that is kept; the body of the answer. @throws unless it is answered with 200. */
export function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: "POST", agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 200)}`)),
        );
      },
    );
    sent.on("error", reject).end(body);
  });
}
