/**
 * `npm run bench:hall -- [--changes 500] [--clients 10] [--browsers 2] [--write]`
 * Measures the live hall on the built product: 500 waiting tickets change, steadily and at one blow, first before one
 * client and then before ten, --browsers of them tablets of a real browser. --write keeps the figures in bench/hall/RESULTS.md.
 */
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Browser } from "@playwright/test";
import { CHROMIUM } from "../../tests/support/chromium";
import { applicant, feedToken, officeNow } from "../../tests/support/feed";
import { ensureBuilt, freePort, startServer, type RunningServer } from "../../tests/support/server";
import { browserClient, cookieOf, pageClient, signedIn, type HallClient } from "./clients";
import { freshness, report, type Load, type Phase } from "./report";

const { values } = parseArgs({
  options: {
    changes: { type: "string", default: "500" },
    clients: { type: "string", default: "10" },
    browsers: { type: "string", default: "2" },
    write: { type: "boolean", default: false },
  },
});
const [changes, clients, browsers] = [values.changes, values.clients, values.browsers].map(Number) as [
  number,
  number,
  number,
];
/** The feed takes 120 requests a minute of one token; this leaves a few over. */
const PUSH_MS = 600;
const PER_PUSH = 5;
/** Shorter than the 5 s after which the server closes an idle connection. */
const SETTLE_MS = 3_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let counter = 0;
const mark = () => `X-${String((counter += 1)).padStart(6, "0")}`;

type Ticket = ReturnType<typeof applicant>;

async function push(server: RunningServer, tickets: readonly Ticket[]): Promise<number> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${feedToken(server)}` };
  for (;;) {
    const init = { method: "POST", headers, body: JSON.stringify({ tickets }) };
    const answer = await fetch(`${server.url}/api/v1/queue/tickets`, init);
    const text = await answer.text();
    if (answer.ok && !text.includes("REFUSED")) return Date.now();
    if (answer.status !== 429) throw new Error(`The feed answered ${answer.status}: ${text.slice(0, 300)}`);
    await pause(1000 * Number(answer.headers.get("retry-after") ?? 1));
  }
}

const loadOf = async (probe: number) => (await (await fetch(`http://127.0.0.1:${probe}/`)).json()) as Load;

async function measure(
  name: string,
  where: { readonly server: RunningServer; readonly probe: number; readonly tickets: Ticket[] },
  attached: readonly HallClient[],
  perPush: number,
): Promise<Phase> {
  const { server, probe, tickets } = where;
  await pause(SETTLE_MS);
  const before = await loadOf(probe);
  const startedAt = performance.now();
  const pushed: { marks: string[]; answeredAt: number }[] = [];
  for (let start = 0; start < changes; start += perPush) {
    const updatedAt = new Date(await officeNow(server)).toISOString();
    const begunAt = performance.now();
    const changed = tickets
      .slice(start, start + perPush)
      .map((one) => ({ ...one, queueNumber: mark(), updatedAt }));
    const answeredAt = await push(server, changed);
    pushed.push({ marks: changed.map(({ queueNumber }) => queueNumber), answeredAt });
    if (perPush < changes) await pause(Math.max(0, PUSH_MS - (performance.now() - begunAt)));
  }
  await pause(SETTLE_MS);
  const after = await loadOf(probe);
  const seen = await Promise.all(
    attached.map(async (client) => ({ kind: client.kind, seen: await client.seen() })),
  );
  return {
    name,
    clients: attached.length,
    pushes: pushed.length,
    changes,
    seconds: (performance.now() - startedAt) / 1000,
    all: freshness(pushed, seen),
    browsers: freshness(
      pushed,
      seen.filter(({ kind }) => kind === "browser"),
    ),
    before,
    after,
  };
}

async function attach(server: RunningServer, browser: Browser, tabs: number, all: number) {
  const session = await signedIn(browser, server.url);
  return Promise.all([
    ...Array.from({ length: tabs }, () => browserClient(browser, server.url, session)),
    ...Array.from({ length: all - tabs }, () => pageClient(server.url, cookieOf(session))),
  ]);
}

async function main(): Promise<void> {
  ensureBuilt();
  const probe = await freePort();
  const preload = path.join(import.meta.dirname, "probe.mjs");
  const env = {
    NODE_OPTIONS: `--import ${preload}`,
    JANJI_BENCH_PROBE: String(probe),
    JANJI_LOG_LEVEL: "silent",
  };
  const server = await startServer({ env });
  const browser = await chromium.launch(CHROMIUM);
  try {
    const now = await officeNow(server);
    const tickets = Array.from({ length: changes }, (_, place) => applicant(now - 1000, 20 + (place % 90)));
    for (let start = 0; start < changes; start += 500) await push(server, tickets.slice(start, start + 500));
    const phases: Phase[] = [];
    for (const [tabs, all] of [
      [0, 1],
      [browsers, clients],
    ] as const) {
      const attached = await attach(server, browser, tabs, all);
      const where = { server, probe, tickets };
      phases.push(await measure("steady", where, attached, PER_PUSH));
      phases.push(await measure("at one blow", where, attached, changes));
      await Promise.all(attached.map((client) => client.close()));
    }
    const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model ?? "?"}), load ${os.loadavg()[0]?.toFixed(1)}`;
    const text = report({ phases, machine, changes, clients, browsers, everyMs: PUSH_MS });
    console.log(text);
    if (values.write) writeFileSync(path.join(import.meta.dirname, "RESULTS.md"), text);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main();
