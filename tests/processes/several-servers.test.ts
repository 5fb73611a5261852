import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { startScanning, type Acknowledged } from "../support/scanning";
import { ensureBuilt, type RunningServer } from "../support/server";
import { startSeveralServers, type SeveralServers } from "../support/several-servers";
import { until } from "../support/until";

/** How many kiosks scan while servers are restarted and the database is lost. */
const KIOSKS = Number(process.env.JANJI_TEST_KIOSKS ?? 8);
/** How long is scanned before and after the loss of the database, and how often all servers are restarted. */
const SCAN_MS = Number(process.env.JANJI_TEST_SCAN_SECONDS ?? 4) * 1_000;
const RESTARTS = Number(process.env.JANJI_TEST_RESTARTS ?? 1);
/** The shortest time for which a silent process keeps a duty, and some for a slow machine. */
const LEASE_MS = 10_000;

/** Three servers, one after another, on a machine that may be busy. */
const START_MS = 400_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let office: SeveralServers;
let started = false;
let first: RunningServer;
let second: RunningServer;
const shown: Acknowledged[] = [];
let kiosks: ActionClient[];

beforeAll(async () => {
  ensureBuilt();
  office = await startSeveralServers(3);
  started = true;
  [first, second] = office.servers as [RunningServer, RunningServer];
  await until(office.proxy.sound, (sound) => sound.length === 3);
}, START_MS);
afterAll(async () => {
  // What did not even start has nothing to stop.
  if (started) await office.stop();
});

/** Whether these cookies stand for somebody. A page would not tell by its status: it sends away what it has begun to send. */
async function opens(cookie: string, server: RunningServer): Promise<boolean> {
  return (await fetch(`${server.url}/staff/session`, { headers: { cookie } })).status === 200;
}

/** Applicants who waited too long, known to the office. */
async function newBookings(count: number): Promise<string[]> {
  const now = await officeNow(first);
  const tickets = Array.from({ length: count }, () => applicant(now, 130));
  for (let start = 0; start < count; start += 100)
    await pushTickets(
      { url: office.proxy.url, log: office.servers[0]?.log ?? first.log },
      tickets.slice(start, start + 100),
    );
  return tickets.map(({ bookingCode }) => bookingCode);
}

interface Duty {
  readonly key: string;
  readonly owner: string;
  readonly runs: number;
}
const duties = () => office.rows<Duty>(`SELECT "key", "owner", "runs" FROM "duties" ORDER BY "key"`);
const pidOf = ({ owner }: Duty) => Number(owner.split(":").at(-2));
const runsOf = async (key: string) => (await duties()).find((duty) => duty.key === key)?.runs ?? 0;

test("a session begun at one server is known at the other, and ended there is over at both", async () => {
  const officer = await new ActionClient(first).signIn("petugas", DEMO_PASSWORDS.petugas);
  const { cookie } = officer;
  expect([await opens(cookie, first), await opens(cookie, second)]).toEqual([true, true]);
  const headers = { origin: second.url, cookie };
  const left = await fetch(`${second.url}/staff/sign-out`, { method: "POST", headers });
  expect(await left.json()).toEqual({ ok: true, value: null });
  expect([await opens(cookie, first), await opens(cookie, second)]).toEqual([false, false]);
});

test("a limit is spent at all servers together", async () => {
  const stranger = new ActionClient(first, () => ({ "x-forwarded-for": "192.0.2.99" }));
  const enrol = (server: RunningServer) =>
    stranger.act("/kiosk", "enrolKioskAction", { code: "WRNG-CDE2" }, server);
  const said: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    const answer = await enrol(round % 2 === 0 ? first : second);
    said.push(answer.ok ? "enrolled" : answer.code);
  }
  expect(said.filter((code) => code === "TOO_MANY")).toHaveLength(2);
  expect(said.slice(0, 10)).not.toContain("TOO_MANY");
});

test("a change at one server is heard on a live page of another, and is what that one shows", async () => {
  // The demo's own feed would be heard, too: somebody who is not there has its duty.
  await office.rows(`UPDATE "duties" SET "owner" = 'nobody', "until" = now() + interval '1 day'
    WHERE "key" = 'demo-feed'`);
  const head = await new ActionClient(first).signIn("kepala", DEMO_PASSWORDS.kepala);
  const giveUp = new AbortController();
  const live = await fetch(`${second.url}/staff/live`, {
    headers: { cookie: head.cookie },
    signal: giveUp.signal,
  });
  let heard = "";
  void live.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (text) => void (heard += text) }))
    .catch(() => undefined);
  const changes = () => heard.split("event: change").length - 1;
  // A stream begins with a word or two; then it is silent while nothing is written.
  let quiet = -1;
  while (quiet !== changes()) {
    quiet = changes();
    await pause(1_500);
  }
  const shows = async (server: RunningServer) =>
    (
      await (await fetch(`${server.url}/staff/devices/accounts`, { headers: { cookie: head.cookie } })).text()
    ).match(/minutes[^0-9a-z]{1,4}83\b/) !== null;
  expect([await shows(first), await shows(second)]).toEqual([false, false]);
  const changed = await head.act("/staff/devices/accounts", "setIdleMinutesAction", { idleMinutes: 83 });
  expect(changed.ok).toBe(true);
  await until(changes, (count) => count > quiet);
  expect([await shows(first), await shows(second)]).toEqual([true, true]);
  giveUp.abort();
  await office.rows(`UPDATE "duties" SET "until" = NULL WHERE "key" = 'demo-feed'`);
});

test("each standing duty is one server's, and another's when that one is killed", async () => {
  const known = await duties();
  expect(known.map(({ key }) => key)).toEqual(["audit-chain", "demo-feed", "housekeeping", "retention"]);
  const began = performance.now();
  const before = await runsOf("housekeeping");
  await pause(5_000);
  const during = (await runsOf("housekeeping")) - before;
  // One a second, whoever does it; three servers by themselves would make three.
  expect(during).toBeGreaterThan(0);
  expect(during).toBeLessThanOrEqual((performance.now() - began) / 1_000 + 1);
  const [verified] = await office.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "audit_events" WHERE "action" = 'audit.verified'`,
  );
  const [removals] = await office.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "retention_runs"`,
  );
  expect([verified?.count, removals?.count]).toEqual([1, 1]);

  const [{ key, owner } = { key: "", owner: "" }] = known.filter((duty) => duty.key === "housekeeping");
  const died = pidOf({ key, owner, runs: 0 });
  const index = office.servers.findIndex(({ pid }) => pid === died);
  expect(index).toBeGreaterThanOrEqual(0);
  await office.servers[index]?.stop({ keepData: true });
  await pause(LEASE_MS);
  const alive = office.servers.map(({ pid }) => pid).filter((pid) => pid !== died);
  const taken = await until(duties, (rows) => rows.every((duty) => alive.includes(pidOf(duty))));
  const goesOn = taken.find((duty) => duty.key === "housekeeping")?.runs ?? 0;
  await until(
    () => runsOf("housekeeping"),
    (runs) => runs > goesOn,
  );
  await office.startAgain(index);
  await until(office.proxy.sound, (sound) => sound.length === 3);
});

test("servers restarted one after another fail no request", async () => {
  kiosks = await Promise.all(Array.from({ length: KIOSKS }, () => new ActionClient(office.proxy).enrol()));
  const officer = await new ActionClient(office.proxy).signIn("petugas", DEMO_PASSWORDS.petugas);
  const scanning = startScanning(kiosks, await newBookings(600));
  const pages: number[] = [];
  const shift = { over: false };
  const browsing = (async () => {
    while (!shift.over) {
      pages.push((await officer.fetch("/staff/vouchers")).status);
      await pause(400);
    }
  })();
  const served = new Set<number>();
  for (let round = 0; round < RESTARTS; round += 1) {
    for (const [index, server] of office.servers.entries()) {
      served.add(server.pid);
      expect(await server.end()).toBe(0);
      await office.startAgain(index);
      await until(office.proxy.sound, (sound) => sound.length === 3);
    }
  }
  shift.over = true;
  await browsing;
  await scanning.finish();
  shown.push(...scanning.shown);
  expect(scanning.failures).toEqual([]);
  expect(scanning.again()).toBe(0);
  expect(pages.filter((status) => status !== 200)).toEqual([]);
  expect([served.size, office.servers.some(({ pid }) => served.has(pid))]).toEqual([3 * RESTARTS, false]);
  expect(scanning.shown.length).toBeGreaterThan(KIOSKS);
});

test("a standby promoted under load has every voucher that anybody was shown", async () => {
  const scanning = startScanning(kiosks, await newBookings(600));
  await pause(SCAN_MS);
  office.database.killPrimary();
  const before = scanning.shown.length;
  // Longer than a request is tried again by the server itself: the kiosks see that something is wrong.
  await pause(5_000);
  office.database.promote();
  office.databaseAddress.leadTo(office.database.standby);
  await until(
    () => scanning.shown.length,
    (count) => count > before + KIOSKS,
  );
  await pause(SCAN_MS);
  await scanning.finish();
  shown.push(...scanning.shown);
  expect(before).toBeGreaterThan(0);
  // The loss was felt: servers told kiosks to come again, and then the proxy found none of them sound.
  expect(scanning.again() + scanning.failures.length).toBeGreaterThan(0);

  const vouchers = await office.rows<{ number: string; seq: number; bookingCode: string }>(
    `SELECT v."number", v."seq", t."bookingCode" FROM "vouchers" v JOIN "tickets" t ON t."id" = v."ticketId"
      ORDER BY v."seq"`,
  );
  expect(vouchers.map(({ seq }) => seq)).toEqual(vouchers.map((_, index) => index + 1));
  const kept = new Map(vouchers.map(({ bookingCode, number }) => [bookingCode, number]));
  expect(kept.size).toBe(vouchers.length);
  expect(shown.filter(({ booking, number }) => kept.get(booking) !== number)).toEqual([]);
  const [chain] = await office.rows<{ seq: number; rows: number }>(
    `SELECT h."seq", (SELECT count(*)::int FROM "audit_events") AS "rows" FROM "audit_head" h`,
  );
  expect(chain?.rows).toBe(chain?.seq);
});
