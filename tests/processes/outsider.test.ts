import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_LINES } from "@/lib/access/live-lines";
import { ActionClient, knownActions } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { HALL_HEADERS, HALL_PATHS, rawRequest, statusOf } from "../support/raw-request";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";

let server: RunningServer;
let head: ActionClient;
let host = "";
/** Words that stand on the pages of the hall and nowhere else. */
let hall: string[] = [];

beforeAll(async () => {
  ensureBuilt();
  server = await startServer();
  host = `localhost:${server.port}`;
  head = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
  hall = [...new Set((await (await head.fetch("/staff/hall")).text()).match(/\b[A-Z]-\d{3}\b/g))];
  const everywhere: string[] =
    (await (await head.fetch("/staff/account")).text()).match(/\b[A-Z]-\d{3}\b/g) ?? [];
  hall = hall.filter((number) => !everywhere.includes(number));
  expect(hall.length).toBeGreaterThan(10);
});
afterAll(() => server.stop());

const idOf = (action: string) => knownActions().get(action)?.id ?? "";
const lines = (first: string, headers: Readonly<Record<string, string>>, body = "") =>
  [
    first,
    ...Object.entries({ host, connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}`),
    "",
    body,
  ].join("\r\n");
const asked = (first: string, headers: Readonly<Record<string, string>> = {}) =>
  rawRequest(server.port, lines(first, headers));

/** What a signed-in head's browser would send with a request that another site's page makes it send. */
function borrowed(headers: Readonly<Record<string, string>>, body = '[{"idleMinutes":7}]') {
  const all = {
    cookie: head.cookie,
    "content-type": "text/plain;charset=UTF-8",
    "content-length": String(body.length),
    "next-action": idOf("setIdleMinutesAction"),
    ...headers,
  };
  return rawRequest(server.port, lines("POST /staff/devices/accounts HTTP/1.1", all, body));
}

describe("a page of somebody else's", () => {
  test("reaches no action: without an origin, with none, with another, with nonsense", async () => {
    for (const origin of [
      null,
      "null",
      "http://evil.invalid",
      `http://${host}.evil.invalid`,
      "http://",
      "%",
      "file://",
    ])
      expect(statusOf(await borrowed(origin === null ? {} : { origin })), String(origin)).toBe(403);
    const own = await borrowed({ origin: `http://${host}` });
    expect(own).toContain('"ok":true');
  });

  test("nor does it by claiming another host, or another method", async () => {
    const evil = "http://evil.invalid";
    for (const claim of ["x-forwarded-host", "forwarded", "x-host", "x-original-host"])
      expect(statusOf(await borrowed({ origin: evil, [claim]: "evil.invalid" })), claim).toBe(403);
    for (const claim of ["x-http-method-override", "x-method-override"]) {
      const answer = await asked("GET /staff/devices/accounts HTTP/1.1", {
        cookie: head.cookie,
        [claim]: "POST",
        "next-action": idOf("setIdleMinutesAction"),
      });
      expect(answer).not.toContain('"ok":true');
    }
  });

  test("nor the routes that take a body", async () => {
    for (const path of [
      "/staff/again",
      "/staff/import/file?write=1",
      "/staff/settings/version",
      "/staff/session",
    ]) {
      const headers = { cookie: head.cookie, "content-type": "application/json", "content-length": "2" };
      const answer = await rawRequest(server.port, lines(`POST ${path} HTTP/1.1`, headers, "{}"));
      expect(statusOf(answer), path).toBe(403);
    }
  });
});

describe("whoever is not signed in", () => {
  test("sees nothing of the hall, however the address is written and whatever is claimed", async () => {
    for (const path of HALL_PATHS) {
      for (const headers of path === "/staff/hall" ? HALL_HEADERS : HALL_HEADERS.slice(0, 2)) {
        const answer = await asked(`GET ${path} HTTP/1.1`, headers);
        const what = `${path} ${JSON.stringify(headers)}`;
        expect(statusOf(answer), what).toBeGreaterThan(0);
        expect(statusOf(answer), what).toBeLessThan(500);
        expect(
          hall.filter((number) => answer.includes(number)),
          what,
        ).toEqual([]);
      }
    }
  });

  test("is led to no other server by what the request names", async () => {
    for (const first of [
      "GET //evil.invalid/staff HTTP/1.1",
      "GET http://evil.invalid/staff/ HTTP/1.1",
      "GET /\\evil.invalid/ HTTP/1.1",
    ])
      expect(await asked(first)).not.toMatch(/^location:.*evil/im);
    for (const path of ["/", "/staff", "/staff/hall", "/kiosk", "/staff/sign-in/"]) {
      const answer = await rawRequest(
        server.port,
        lines(`GET ${path} HTTP/1.1`, { host: "evil.invalid", "x-forwarded-host": "evil.invalid" }),
      );
      expect(answer, path).not.toMatch(/^location: *(?:https?:)?\/\/evil/im);
      expect(answer, path).not.toMatch(/(?:href|src|content)="(?:https?:)?\/\/evil/i);
    }
  });

  test("fetches nothing through the server, and finds no file of it", async () => {
    for (const path of [
      "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75",
      "/_next/image?url=%2Fstaff%2Fhall&w=64&q=75",
      "/.env",
      "/.git/config",
      "/package.json",
      "/.next/BUILD_ID",
      "/_next/static/..%2f..%2f..%2fpackage.json",
      "/_next/server/server-reference-manifest.json",
      "/data/janji.db",
    ])
      expect([400, 404], path).toContain(statusOf(await asked(`GET ${path} HTTP/1.1`)));
  });
});

describe("a session", () => {
  test("is a new one at each sign-in, whatever the browser brought", async () => {
    const name = head.cookie.split("=")[0] ?? "";
    const brought = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.BBBB";
    const body = JSON.stringify([{ username: "petugas", password: DEMO_PASSWORDS.petugas }]);
    const headers = {
      origin: `http://${host}`,
      cookie: `${name}=${brought}`,
      "content-type": "text/plain;charset=UTF-8",
      "content-length": String(body.length),
      "next-action": idOf("signInAction"),
    };
    const answer = await rawRequest(server.port, lines("POST /staff/sign-in HTTP/1.1", headers, body));
    const [, given] =
      new RegExp(`^set-cookie: ${name.replaceAll(".", "\\.")}=([^;]+)`, "im").exec(answer) ?? [];
    expect(given).toBeTruthy();
    expect(given).not.toContain(brought.slice(0, 20));
    expect(answer).toMatch(/^set-cookie: [^\n]*httponly[^\n]*/im);
    expect(statusOf(await asked("GET /staff/session HTTP/1.1", { cookie: `${name}=${brought}` }))).toBe(401);
  });

  test("leads after sign-in to no other server", async () => {
    for (const next of [
      "//evil.invalid",
      "/\\evil.invalid",
      "https://evil.invalid",
      "/staff/../../evil",
      "javascript:alert(1)",
    ]) {
      const client = new ActionClient(server);
      const response = await client.fetch("/staff/sign-in", {
        method: "POST",
        headers: {
          accept: "text/x-component",
          "content-type": "text/plain;charset=UTF-8",
          "next-action": idOf("signInAction"),
        },
        body: JSON.stringify([{ username: "petugas", password: DEMO_PASSWORDS.petugas, next }]),
      });
      const [to = ""] = (response.headers.get("x-action-redirect") ?? "").split(";");
      expect(to, next).toMatch(/^\/staff(\/|$)/);
      expect(to, next).not.toContain("evil");
    }
  });

  test("holds so many lines of live news and no more, and others still get theirs", async () => {
    const officer = await new ActionClient(server).signIn("petugas", DEMO_PASSWORDS.petugas);
    const leaving = new AbortController();
    const open = () => officer.fetch("/staff/live", { signal: leaving.signal });
    const held = await Promise.all(Array.from({ length: MOST_LINES }, open));
    expect(new Set(held.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open()).status).toBe(429);
    const other = await head.fetch("/staff/live");
    expect(other.status).toBe(200);
    await other.body?.cancel();
    leaving.abort();
    await expect
      .poll(async () => (await officer.fetch("/staff/live", { signal: AbortSignal.timeout(3000) })).status)
      .toBe(200);
  });
});

describe("a request that two readers could read as two", () => {
  const smuggled = "GET /staff/hall HTTP/1.1\r\nhost: x\r\n\r\n";
  test.each([
    ["a length and pieces", "content-length: 4\r\ntransfer-encoding: chunked", `0\r\n\r\n${smuggled}`],
    ["two lengths", "content-length: 0\r\ncontent-length: 38", smuggled],
    ["a length that is none", "content-length: +0", smuggled],
    ["another coding", "transfer-encoding: xchunked", `0\r\n\r\n${smuggled}`],
    ["a blank before the colon", "transfer-encoding : chunked", `0\r\n\r\n${smuggled}`],
    ["a folded line", "x-a: b\r\n c", ""],
    ["a bare line feed", "x-a: b\nx-c: d", ""],
  ])("is refused: %s", async (_what, headers, body) => {
    const answer = await rawRequest(
      server.port,
      `POST /kiosk/pulse HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${headers}\r\n\r\n${body}`,
    );
    expect([400, 403, 501]).toContain(statusOf(answer));
    expect(answer.match(/^HTTP\/1\.1/gm)).toHaveLength(1);
  });

  test("and one with more headers than anybody sends is, too", async () => {
    expect(statusOf(await asked("GET /kiosk/pulse HTTP/1.1", { cookie: "a".repeat(20_000) }))).toBe(431);
  });
});
