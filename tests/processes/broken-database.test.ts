import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { pageOf, scribble, scribbleAll, settle } from "../support/damage";
import { applicant, feedToken, officeNow, pushTickets } from "../support/feed";
import {
  ensureBuilt,
  freePort,
  runScript,
  startRefused,
  startServer,
  type RunningServer,
} from "../support/server";
import { until } from "../support/until";

const folder = mkdtempSync(path.join(tmpdir(), "janji-broken-"));
/** A demo office as a power cut left it: three vouchers, the newest rows in the journal alone. */
const good = path.join(folder, "good");
const servers: RunningServer[] = [];
let numbers: string[] = [];

const databaseIn = (dataDir: string) => path.join(dataDir, "janji.db");

/** Another copy of that office. */
let copies = 0;
function copy(settled = true): string {
  const dataDir = path.join(folder, `copy-${(copies += 1)}`);
  cpSync(good, dataDir, { recursive: true });
  if (settled) settle(databaseIn(dataDir));
  return dataDir;
}

async function serve(dataDir: string): Promise<RunningServer> {
  const server = await startServer({ dataDir });
  servers.push(server);
  return server;
}

const health = async ({ url }: RunningServer) => {
  const response = await fetch(`${url}/api/v1/health`);
  return {
    status: response.status,
    ...((await response.json()) as { reason?: string; warnings?: string[] }),
  };
};

beforeAll(async () => {
  ensureBuilt();
  mkdirSync(good);
  const server = await serve(good);
  const now = await officeNow(server);
  const due = [1, 2, 3].map(() => applicant(now, 130));
  await pushTickets(server, due);
  const kiosk = await new ActionClient(server).enrol();
  for (const { bookingCode } of due) {
    const answer = await kiosk.check(bookingCode);
    if (answer.ok && answer.value.outcome === "ELIGIBLE") numbers = [...numbers, answer.value.slip.number];
  }
  expect(numbers).toHaveLength(3);
  runScript(server, "scripts/audit-head.ts");
  await server.stop();
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["whose head was overwritten", (file: string) => scribble(file, 0, 100)],
  [
    "with noise for a page in its middle",
    (file: string) => {
      const { from, bytes } = pageOf(file, "audit_events");
      scribble(file, from, bytes);
    },
  ],
  ["cut off in its middle", (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ["that is something else", (file: string) => writeFileSync(file, "a letter, not a database\n".repeat(400))],
])("a file %s is not opened, not changed, and told as what it is", async (_, damage) => {
  const dataDir = copy();
  damage(databaseIn(dataDir));
  const before = readFileSync(databaseIn(dataDir));
  const { code, log } = await startRefused({ dataDir }, "service");
  expect(code, log).toBe(78);
  expect(log).toContain(databaseIn(dataDir));
  expect(log).toContain("bring back the newest backup");
  expect(log).not.toMatch(/^\s+at /m);
  expect(readFileSync(databaseIn(dataDir)).equals(before)).toBe(true);
});

test("an office that was here does not begin anew because its database is gone or empty", async () => {
  const dataDir = path.join(folder, "real");
  mkdirSync(dataDir);
  cpSync(path.join(good, "audit-heads.txt"), path.join(dataDir, "audit-heads.txt"));
  const gone = await startRefused({ dataDir, mode: "real" }, "service");
  expect(gone).toMatchObject({ code: 78 });
  expect(gone.log).toContain("tells of an office that was here");
  writeFileSync(databaseIn(dataDir), "");
  expect(await startRefused({ dataDir, mode: "real" }, "service")).toMatchObject({ code: 78 });
});

test.each([
  ["gone", (file: string) => rmSync(`${file}-wal`)],
  ["noise", (file: string) => scribble(`${file}-wal`, 0, statSync(`${file}-wal`).size)],
])("a journal that is %s costs what was in it, and the office is told at once", async (_, damage) => {
  const dataDir = copy(false);
  expect(statSync(`${databaseIn(dataDir)}-wal`).size).toBeGreaterThan(0);
  damage(databaseIn(dataDir));
  rmSync(`${databaseIn(dataDir)}-shm`, { force: true });
  const server = await serve(dataDir);
  const told = await until(
    () => health(server),
    ({ warnings }) => warnings?.includes("AUDIT_BROKEN") ?? false,
  );
  expect(told.status).toBe(200);
  await server.stop();
});

test("a secret that is empty or cannot be read is named, and nothing is tried again", async () => {
  const dataDir = copy();
  const secret = path.join(dataDir, "demo-secret");
  writeFileSync(secret, "");
  const empty = await startRefused({ dataDir }, "service");
  expect(empty).toMatchObject({ code: 78 });
  expect(empty.log).toContain("at least 32 characters");
  rmSync(secret);
  mkdirSync(secret);
  const unreadable = await startRefused({ dataDir }, "service");
  expect(unreadable).toMatchObject({ code: 78 });
  expect(unreadable.log).toContain(secret);
});

test("a demo's database is refused by a real office in one plain line", async () => {
  const { code, log } = await startRefused({ dataDir: copy(), mode: "real" }, "service");
  expect(code, log).toBe(78);
  expect(log).toContain("This database belongs to the demo office");
});

test("a server of PostgreSQL that is not there is waited for", async () => {
  const database = `postgresql://janji:geheim@127.0.0.1:${await freePort()}/janji`;
  const { code, log } = await startRefused({ database, dataDir: copy() }, "service");
  expect(code, log).toBe(75);
  expect(log).toContain("does not answer");
  expect(log).not.toContain("geheim");
});

test("a file of heads that cannot be read holds up nobody", async () => {
  const dataDir = copy();
  rmSync(path.join(dataDir, "audit-heads.txt"));
  mkdirSync(path.join(dataDir, "audit-heads.txt"));
  const server = await serve(dataDir);
  expect(await health(server)).toMatchObject({ status: 200 });
  await until(server.log, (log) => log.includes("the audit chain's head could not be kept"));
  await server.stop();
});

test("a database that breaks under a running office is told everywhere, and nothing more is written to it", async () => {
  const server = await serve(copy());
  const kiosk = await new ActionClient(server).enrol();
  const token = feedToken(server);
  const ticket = applicant(await officeNow(server), 130);
  await pushTickets(server, [ticket]);
  const file = databaseIn(server.dataDir);
  settle(file);
  scribbleAll(file);
  await until(
    () => kiosk.check(ticket.bookingCode),
    (answer) => !answer.ok && answer.code === "STORAGE",
  );
  expect(await health(server)).toMatchObject({ status: 503, reason: "DATABASE" });
  const broken = readFileSync(file);
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const delivered = await fetch(`${server.url}/api/v1/queue/tickets`, {
    method: "POST",
    headers,
    body: JSON.stringify({ tickets: [ticket] }),
  });
  expect(delivered.status).toBe(503);
  // The frame of a page is drawn all the same; what it says is the last resort's.
  expect((await fetch(`${server.url}/staff/sign-in`)).status).toBeLessThan(600);
  expect(readFileSync(file).equals(broken)).toBe(true);
  expect(server.log().match(/the database is damaged/g)).toHaveLength(1);
  await server.stop();
  expect(await startRefused({ dataDir: server.dataDir }, "service")).toMatchObject({ code: 78 });
});
