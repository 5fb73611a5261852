// Runs Caddy with the block of docs/scale.md in front of two real servers on one PostgreSQL. Kiosks scan through it while
// each server is ended and started again; every request must be answered, and every number that was shown must be in the
// database. Ends badly at the first surprise.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ActionClient } from "../../tests/support/action-client";
import { applicant, officeNow, pushTickets } from "../../tests/support/feed";
import { startScanning } from "../../tests/support/scanning";
import { ensureBuilt, freePort, startServer, type RunningServer } from "../../tests/support/server";
import { databaseSource } from "../../tests/support/shared-database";

const scratch = process.argv[2];
if (!scratch) throw new Error("usage: several.ts SCRATCH");
const KIOSKS = 6;
const passed = (what: string) => console.log(`   ${what}`);

ensureBuilt();
const source = await databaseSource("postgres", { durable: true });
const database = await source.fresh();
const dataDir = mkdtempSync(path.join(scratch, "several-"));
const [door, one, other] = [await freePort(), await freePort(), await freePort()];
const url = `http://localhost:${door}`;
const [block] = /^reverse_proxy[\s\S]+?^\}$/m.exec(readFileSync("docs/scale.md", "utf8")) ?? [];
const written = "10.0.0.11:3000 10.0.0.12:3000";
if (!block?.includes(written)) throw new Error("docs/scale.md has no block for the door");
const servedBlock = block.replace(written, `127.0.0.1:${one} 127.0.0.1:${other}`);
const file = path.join(scratch, "Caddyfile.several");
writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${url} {\n${servedBlock}\n}\n`);

const start = (port: number) =>
  startServer({
    ...database.options,
    dataDir,
    port,
    env: { JANJI_PUBLIC_URL: url, JANJI_TRUST_PROXY: "1", JANJI_DRAIN_SECONDS: "5" },
  });
const servers: RunningServer[] = [await start(one), await start(other)];
const caddy = spawn("caddy", ["run", "--adapter", "caddyfile", "--config", file], {
  env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch },
  stdio: "ignore",
});

async function checks(): Promise<void> {
  const [first] = servers as [RunningServer];
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`${url}/api/v1/health`).catch(() => null);
    if (up?.ok) break;
    await pause(100);
  }
  const now = await officeNow(first);
  const tickets = Array.from({ length: 400 }, () => applicant(now, 130));
  for (let from = 0; from < tickets.length; from += 100)
    await pushTickets({ url, log: first.log }, tickets.slice(from, from + 100));
  passed("a feed delivers through the door");

  const kiosks = await Promise.all(Array.from({ length: KIOSKS }, () => new ActionClient({ url }).enrol()));
  const scanning = startScanning(
    kiosks,
    tickets.map(({ bookingCode }) => bookingCode),
  );
  await pause(5_000);
  for (const [index, server] of servers.entries()) {
    assert.equal(await server.end(), 0);
    servers[index] = await start(server.port);
    // The door asks each second.
    await pause(3_000);
  }
  await pause(5_000);
  await scanning.finish();
  assert.deepEqual(scanning.failures, []);
  assert.equal(scanning.again(), 0);
  passed(`both servers were restarted under ${scanning.shown.length} vouchers: no request failed`);

  const rows = await database.rows<{ number: string; bookingCode: string }>(
    `SELECT v."number", t."bookingCode" FROM "vouchers" v JOIN "tickets" t ON t."id" = v."ticketId"`,
  );
  const kept = new Map(rows.map(({ number, bookingCode }) => [bookingCode, number]));
  for (const { booking, number } of scanning.shown) assert.equal(kept.get(booking), number);
  passed("every number that was shown is in the database, with its booking");
}

try {
  await checks();
} finally {
  caddy.kill("SIGTERM");
  for (const server of servers) await server.stop();
  await database.drop();
  source.stop();
}
process.exit(0);
