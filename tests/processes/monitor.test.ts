import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { until } from "../support/until";

const TOKEN = "a-monitors-token-for-tests-alone-long";

let server: RunningServer;
let kiosk: ActionClient;
const given = new Set<string>();

beforeAll(async () => {
  ensureBuilt();
  server = await startServer({ env: { JANJI_MONITOR_TOKEN: TOKEN } });
  kiosk = await new ActionClient(server).enrol();
});
afterAll(() => server.stop());

const get = (path: string, token: string | null = TOKEN) =>
  fetch(`${server.url}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });

/** A series as Prometheus writes it, such as `janji_checks_total{outcome="ELIGIBLE"} 1`. */
const SERIES = /^([a-z_:][a-z0-9_:]*)(?:\{((?:[a-z_]+="[^"\\\n]*",?)*)\})? (-?[0-9.e+-]+|\+Inf|NaN)$/;

async function series(): Promise<Map<string, number>> {
  const response = await get("/api/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const line of lines) expect(line).toMatch(SERIES);
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
}

async function deliver(waited: number): Promise<string> {
  const one = applicant(await officeNow(server), waited);
  await pushTickets(server, [one]);
  for (const value of [one.bookingCode, one.ticketId, one.applicantName ?? ""]) given.add(value);
  return one.bookingCode;
}

describe("metrics", () => {
  test("are for the monitor's token alone", async () => {
    for (const path of ["/api/metrics", "/api/health/report"]) {
      for (const token of [null, "wrong", `${TOKEN}x`]) expect((await get(path, token)).status).toBe(401);
      const head = await new ActionClient(server).signIn("kepala", "kepala-contoh");
      expect((await head.fetch(path)).status).toBe(401);
      expect((await get(path)).status).toBe(200);
    }
  });

  test("count what was done, and nobody by name or number", async () => {
    const before = await series();
    const grown = (after: Map<string, number>, name: string) =>
      (after.get(name) ?? 0) - (before.get(name) ?? 0);
    const codes = [await deliver(150), await deliver(20)];
    for (const code of codes) await kiosk.check(code);
    await kiosk.check("9911111111111111");
    for (let path = 0; path < 40; path += 1) await get(`/staff/Siti-${path}/9900?nama=Siti-${path}`, null);
    const checked =
      'janji_http_request_duration_seconds_count{method="POST",route="/kiosk/check",status="2xx"}';
    const after = await until(series, (now) => grown(now, checked) === 3);
    const outcome = (name: string) => grown(after, `janji_checks_total{outcome="${name}"}`);
    expect([outcome("ELIGIBLE"), outcome("NOT_YET"), outcome("UNKNOWN_BOOKING")]).toEqual([1, 1, 1]);
    expect(grown(after, 'janji_vouchers_today{state="ISSUED"}')).toBe(1);
    expect(after.get('janji_health{check="database"}')).toBe(0);
    for (const name of [
      'janji_database_bytes{part="file"}',
      'janji_database_bytes{part="wal"}',
      'janji_disk_free_bytes{disk="data"}',
      'janji_age_seconds{what="feed"}',
      'janji_clock_skew_seconds{against="record"}',
      'janji_waiting{stage="waiting",promise="past"}',
      'janji_print_jobs{state="QUEUED"}',
      "janji_write_retries_total",
      "janji_live_lines",
      "nodejs_eventloop_lag_p99_seconds",
      "process_resident_memory_bytes",
    ])
      expect(after.get(name), name).toBeTypeOf("number");
    // Forty addresses that are not there are one route, and no series tells an id, a name or a number.
    const names = [...after.keys()].join("\n");
    expect(names).not.toMatch(/Siti|nama/);
    for (const value of given) expect(names).not.toContain(value);
    const routes = new Set([...names.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
    for (const route of routes) expect(route).toMatch(/^(files|other|\/[a-z0-9/_.[\]-]*)$/);
    expect(after.size).toBeLessThan(900);
  });
});

describe("health", () => {
  test("tells alive and ready to anybody, and no more than that", async () => {
    for (const path of ["/api/health/live", "/api/health/ready"]) {
      const response = await get(path, null);
      expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    }
  });

  test("reports each check with its measure and since when", async () => {
    const report = (await (await get("/api/health/report")).json()) as {
      level: string;
      checks: { check: string; level: string; state: string; since: string | null }[];
    };
    expect(report.checks.map(({ check }) => check)).toEqual([
      ...["DATABASE", "DISK", "FEED", "PRINTERS", "KIOSKS", "CLOCK", "AUDIT", "BACKUP", "RETENTION"],
    ]);
    for (const { level, state, since } of report.checks) {
      expect(["OK", "WARN", "BAD"]).toContain(level);
      expect(state).not.toBe("UNKNOWN");
      expect(since === null || !Number.isNaN(Date.parse(since))).toBe(true);
    }
  });
});
