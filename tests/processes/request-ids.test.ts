import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { applicant, feedToken, officeNow, pushTickets } from "../support/feed";
import { newKey } from "../support/keys";
import { linesOf, type LogLine } from "../support/log-lines";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { until } from "../support/until";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PASSWORD = "sandi rahasia Siti";

let server: RunningServer;
let kiosk: ActionClient;

beforeAll(async () => {
  ensureBuilt();
  server = await startServer({ env: { JANJI_TRUST_PROXY: "1" } });
  kiosk = await new ActionClient(server).enrol();
});
afterAll(() => server.stop());

/** Everything that somebody gave, or was given, and that no log may hold. */
const given = new Set<string>(["Siti Rahayu", "Rahayu", PASSWORD, "siti.rahayu", "petugas-contoh"]);

const lines = () => linesOf(server.log());
/** The lines of one request, once its own has come: it is written when the answer has left. */
const linesFor = (id: string) =>
  until(
    () => lines().filter(({ requestId }) => requestId === id),
    (found) => found.some(({ msg }) => msg === "request"),
  );
const requestLine = async (id: string): Promise<LogLine> =>
  (await linesFor(id)).find(({ msg }) => msg === "request") ?? {};

/** Rows that the office's database holds under a request's id. */
function recorded(table: "audit_events" | "decision_records", id: string): Record<string, unknown>[] {
  const file = new Database(path.join(server.dataDir, "janji.db"), { readonly: true });
  try {
    return file.prepare(`SELECT * FROM ${table} WHERE requestId = ?`).all(id) as Record<string, unknown>[];
  } finally {
    file.close();
  }
}

/** Lets the office's database be changed by somebody from outside. */
function outside(sql: string): void {
  const file = new Database(path.join(server.dataDir, "janji.db"), { timeout: 20_000 });
  file.exec(sql);
  file.close();
}

async function scan(payload: string, key = newKey()) {
  given.add(payload);
  const response = await kiosk.fetch("/kiosk/check", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ payload, key }),
  });
  const answer = (await response.json()) as {
    ok: boolean;
    code?: string;
    requestId?: string;
    value?: { outcome: string; slip?: { number: string; token?: string } };
  };
  return { id: response.headers.get("x-request-id") ?? "", answer, key };
}

async function deliver(waited: number): Promise<string> {
  const one = applicant(await officeNow(server), waited, { applicantName: "Siti Rahayu" });
  await pushTickets(server, [one]);
  given.add(one.bookingCode).add(one.ticketId);
  return one.bookingCode;
}

describe("a request's id", () => {
  test("is the server's own, unless our own proxy sent a UUID", async () => {
    const sent = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
    const idOf = async (id: string) =>
      (await fetch(`${server.url}/api/v1/openapi.json`, { headers: { "x-request-id": id } })).headers.get(
        "x-request-id",
      );
    expect(await idOf(sent)).toBe(sent);
    for (const forged of ["Siti Rahayu", "1", `${sent}x`, "../../etc"])
      expect(await idOf(forged)).toMatch(UUID);
    const first = await idOf("none");
    expect(await idOf("none")).not.toBe(first);
  });

  test("leads from a kiosk's scan to the log and to the rows that it wrote", async () => {
    const booking = await deliver(150);
    const first = await scan(booking);
    expect(first.answer.value?.outcome).toBe("ELIGIBLE");
    given.add(first.answer.value?.slip?.number ?? "");
    expect(await requestLine(first.id)).toMatchObject({
      method: "POST",
      route: "/kiosk/check",
      status: 200,
      action: "kiosk.check",
      requestKey: first.key,
      kioskId: expect.any(String) as string,
    });
    expect(recorded("audit_events", first.id).map(({ action }) => action)).toEqual([
      "voucher.issued",
      "booking.checked",
    ]);
    expect(recorded("decision_records", first.id)).toHaveLength(1);
    // The answer was lost, say: the same key is another request, which wrote nothing of its own.
    const again = await scan(booking, first.key);
    expect(again.id).not.toBe(first.id);
    expect(again.answer.value?.slip?.number).toBe(first.answer.value?.slip?.number);
    expect(await requestLine(again.id)).toMatchObject({ requestKey: first.key });
    expect(recorded("audit_events", again.id)).toEqual([]);
  });

  test("is what a fault tells its reader, and finds its place without its words", async () => {
    const booking = await deliver(30);
    outside("ALTER TABLE outages RENAME TO outages_away");
    try {
      const { id, answer } = await scan(booking);
      expect(answer).toEqual({ ok: false, code: "FAULT", requestId: id });
      const found = await linesFor(id);
      const fault = found.find(({ msg }) => msg === "fault");
      expect(fault).toMatchObject({ action: "kiosk.check", level: 50, stack: expect.any(String) as string });
      const officer = await new ActionClient(server).signIn("petugas", "petugas-contoh");
      const page = await officer.fetch("/staff/outages?siapa=Siti+Rahayu");
      await page.text();
      const failed = await linesFor(page.headers.get("x-request-id") ?? "");
      expect(failed.find(({ msg }) => msg === "a page or route failed")).toMatchObject({
        route: expect.stringContaining("outages") as string,
        digest: expect.any(String) as string,
      });
    } finally {
      outside("ALTER TABLE outages_away RENAME TO outages");
    }
    expect((await scan(booking)).answer.value?.outcome).toBe("NOT_YET");
  });
});

test("no line holds anything that people gave, and each is JSON with its time and level", async () => {
  const json = { "content-type": "application/json" };
  const post = (to: string, body: unknown, headers = {}) =>
    kiosk.fetch(to, {
      method: "POST",
      headers: { ...json, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  await scan("9912345678901234");
  await scan("https://example.invalid/?nama=Siti Rahayu");
  await post("/kiosk/check", { payload: "Siti Rahayu", key: "Siti Rahayu" });
  await post("/kiosk/check", "{ not json, Siti Rahayu");
  const stranger = new ActionClient(server);
  for (const username of ["siti.rahayu", "petugas"])
    await stranger.act("/staff/sign-in", "signInAction", { username, password: PASSWORD });
  const officer = await new ActionClient(server).signIn("petugas", "petugas-contoh");
  await officer.act("/staff/tickets", "findTicketsAction", { query: "Siti Rahayu", key: newKey() });
  await officer.fetch("/staff/register?cari=Siti+Rahayu&nomor=9912345678901234");
  await officer.fetch("/staff/vouchers/Siti-Rahayu");
  await officer.fetch("/Siti-Rahayu/9912345678901234");
  const forged = `feed_${"S".repeat(43)}`;
  given.add(forged);
  await post("/api/v1/queue/tickets", { tickets: [] }, { authorization: `Bearer ${forged}` });
  const token = feedToken(server);
  const refused = { tickets: [{ applicantName: "Siti Rahayu", bookingCode: "9912345678901234" }], Siti: 1 };
  await post("/api/v1/queue/tickets", refused, { authorization: `Bearer ${token}` });
  await post("/api/v1/queue/tickets", '{"Siti Rahayu', { authorization: `Bearer ${token}` });
  const last = await scan(await deliver(10));
  await linesFor(last.id);

  for (const cookie of [kiosk.cookie, officer.cookie].join("; ").split("; "))
    given.add(decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1)));
  const whole = lines();
  expect(whole.length).toBeGreaterThan(15);
  for (const line of whole) {
    const { level, time, requestId, msg, route } = line;
    expect([typeof level, new Date(String(time)).toISOString()]).toEqual(["number", time]);
    if (msg === "request") expect([requestId, route]).toEqual([expect.stringMatching(UUID), route]);
  }
  expect(new Set(whole.map(({ route }) => route))).toContain("/staff/vouchers/[id]");
  const text = JSON.stringify(whole) + JSON.stringify(whole).replace(/%20|\+/g, " ");
  for (const one of given) if (one.length > 3) expect(text, one).not.toContain(one);
  expect(text).not.toContain(token);
  // Heartbeats and files of the build are no lines.
  expect(text).not.toMatch(/_next|\/kiosk\/pulse/);
});
