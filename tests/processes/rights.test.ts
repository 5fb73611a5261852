import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGES, type StaffPage } from "@/lib/access/pages";
import { RIGHTS, ROLES } from "@/lib/access/rights";
import type { Role } from "@/lib/access/types";
import type { ActionResult } from "@/lib/platform/types";
import { ActionClient, knownActions } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import {
  ACTIONS,
  actionsAgain,
  actionsInSource,
  OTHER_PAGES,
  pagesInSource,
  ROUTES,
  routesInSource,
  type Need,
} from "../support/doors";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";

/** Who comes to a door: a role, or nobody. */
type Visitor = Role | "nobody";
type Answer = "let in" | "NOT_SIGNED_IN" | "NOT_ALLOWED" | "NOT_ENROLLED" | "NOT_AUTHORISED";

const PEOPLE: Readonly<Record<Role, keyof typeof DEMO_PASSWORDS>> = {
  officer: "petugas",
  supervisor: "penyelia",
  head: "kepala",
  administrator: "admin",
};
const VISITORS: readonly Visitor[] = ["nobody", ...ROLES];
const JSON_BODY = { "content-type": "application/json" };

/** Signing out would end what the others ask with, enrolling would add to it: each has a test of its own. */
const ALONE = ["POST /staff/sign-out", "enrolDemoKioskAction"];

let server: RunningServer;
const clients = new Map<Visitor, ActionClient>();

/** Each visitor comes from a device of their own, or they would be taken for one hasty device. */
const device = (index: number) => () => ({ "x-forwarded-for": `10.9.0.${index}` });

beforeAll(async () => {
  ensureBuilt();
  server = await startServer({ env: { JANJI_TRUST_PROXY: "1" } });
  for (const [index, visitor] of VISITORS.entries()) {
    const client = new ActionClient(server, device(index));
    if (visitor !== "nobody") await client.signIn(PEOPLE[visitor], DEMO_PASSWORDS[PEOPLE[visitor]]);
    clients.set(visitor, client);
  }
});
afterAll(() => server.stop());

const clientOf = (visitor: Visitor): ActionClient => {
  const client = clients.get(visitor);
  if (!client) throw new Error(`${visitor} has no browser`);
  return client;
};

/** What the table says that a visitor is answered at a door. */
function expected(need: Need, visitor: Visitor): Answer {
  if (need === "nothing") return "let in";
  if (need === "kiosk") return "NOT_ENROLLED";
  if (need === "feed") return "NOT_AUTHORISED";
  if (visitor === "nobody") return "NOT_SIGNED_IN";
  if (need === "signed in") return "let in";
  return RIGHTS[need].includes(visitor) ? "let in" : "NOT_ALLOWED";
}

const REFUSALS: readonly Answer[] = ["NOT_SIGNED_IN", "NOT_ALLOWED", "NOT_ENROLLED", "NOT_AUTHORISED"];
/** Past the guard an empty input is refused for what it lacks, or taken: both are "let in". */
function observed(answer: ActionResult<unknown>): Answer {
  if (answer.ok) return "let in";
  return REFUSALS.find((code) => code === answer.code) ?? "let in";
}

type Refusal = { readonly ok: boolean; readonly code: string };
type Table = Record<string, Record<string, Answer>>;

/** Asks every door as every visitor. */
async function ask(doors: readonly string[], knock: (door: string, client: ActionClient) => Promise<Answer>) {
  const answers: Table = {};
  for (const door of doors) {
    const row: Record<string, Answer> = {};
    for (const visitor of VISITORS) row[visitor] = await knock(door, clientOf(visitor));
    answers[door] = row;
  }
  return answers;
}

const asTable = (doors: readonly string[], need: (door: string) => Need): Table =>
  Object.fromEntries(
    doors.map((door) => [door, Object.fromEntries(VISITORS.map((who) => [who, expected(need(door), who)]))]),
  );

const needOf = (action: string): Need => {
  const need = ACTIONS[action];
  if (need === undefined) throw new Error(`${action} is not in the table of doors`);
  return need;
};

describe("every door of the source is in the table of doors", () => {
  test("server actions, as written and as built", () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actionsInSource());
    expect(Object.keys(ACTIONS).sort()).toEqual([...knownActions().keys()].sort());
  });

  test("routes", () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routesInSource());
  });

  test("pages", () => {
    expect([...Object.keys(PAGES), ...Object.keys(OTHER_PAGES)].sort()).toEqual(pagesInSource());
  });
});

describe("every door answers every role, and nobody, as the table of rights says", () => {
  test("server actions", async () => {
    const doors = Object.keys(ACTIONS).filter((name) => !ALONE.includes(name));
    const answers = await ask(doors, async (name, client) => {
      const page = knownActions().get(name)?.page ?? "";
      return observed(await client.act(page, name, {}));
    });
    expect(answers).toEqual(asTable(doors, needOf));
  });

  test("the second way to the same actions", async () => {
    const again = new Map(actionsAgain());
    expect(again.size).toBeGreaterThan(20);
    const doors = [...again.keys()];
    const answers = await ask(doors, async (name, client) => {
      const body = JSON.stringify({ name, input: {} });
      const response = await client.fetch("/staff/again", { method: "POST", headers: JSON_BODY, body });
      return observed((await response.json()) as ActionResult<unknown>);
    });
    expect(answers).toEqual(asTable(doors, (name) => needOf(again.get(name) ?? "")));
  });

  test("routes", async () => {
    const doors = Object.keys(ROUTES).filter((door) => !ALONE.includes(door));
    const answers = await ask(doors, async (door, client) => {
      const [method = "", path = ""] = door.split(" ");
      const { body } = ROUTES[door] ?? {};
      const leaving = new AbortController();
      const response = await client.fetch(path, {
        method,
        signal: leaving.signal,
        ...(body === undefined ? {} : { headers: JSON_BODY, body: JSON.stringify(body) }),
      });
      if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
        leaving.abort();
        return "let in";
      }
      const text = await response.text();
      if (path.startsWith("/api/v1/queue")) return response.status === 401 ? "NOT_AUTHORISED" : "let in";
      if (response.status === 401) return "NOT_SIGNED_IN";
      expect(response.status, door).toBeLessThan(500);
      const { ok = true, code = "" } = (text.startsWith("{") ? JSON.parse(text) : {}) as Partial<Refusal>;
      return observed(ok ? { ok, value: null } : { ok, code });
    });
    expect(answers).toEqual(asTable(doors, (door) => ROUTES[door]?.need ?? "nothing"));
  });

  test("pages, each with words for those it does not open for", async () => {
    const doors = [...Object.keys(PAGES), ...Object.keys(OTHER_PAGES)];
    const answers = await ask(doors, async (page, client) => {
      const response = await client.fetch(page.replace("[id]", "01990000-0000-7000-8000-000000000000"));
      const text = await response.text();
      expect(response.status, page).toBeLessThan(500);
      const toSignIn = /^\/staff\/sign-in/.test(response.headers.get("location") ?? "");
      if (toSignIn || /NEXT_REDIRECT;\w+;\/staff\/sign-in/.test(text)) return "NOT_SIGNED_IN";
      return text.includes(`data-not-allowed="${page}"`) ? "NOT_ALLOWED" : "let in";
    });
    const needs: Readonly<Record<string, Need>> = { ...PAGES, ...OTHER_PAGES };
    expect(answers).toEqual(asTable(doors, (page) => needs[page] ?? "nothing"));
  });
});

test("an administrator's pages hold nothing of a person; a supervisor's hold the hall", async () => {
  const numbers = async (visitor: Visitor, page: string): Promise<string[]> => {
    const text = await (await clientOf(visitor).fetch(page)).text();
    return [...new Set(text.match(/\b[A-Z]-\d{3}\b/g))];
  };
  // The words of forms hold examples of numbers; they are on every page.
  const examples = await numbers("supervisor", "/staff/account");
  const waiting = (await numbers("supervisor", "/staff/hall")).filter((number) => !examples.includes(number));
  expect(waiting.length).toBeGreaterThan(10);
  for (const page of Object.keys(PAGES).filter((path) => !path.includes("["))) {
    const seen = await numbers("administrator", page);
    expect(
      waiting.filter((number) => seen.includes(number)),
      page,
    ).toEqual([]);
  }
});

test("navigation names only what opens", async () => {
  for (const role of ROLES) {
    const text = await (await clientOf(role).fetch("/staff/account")).text();
    const nav = /<nav[^>]*>(.*?)<\/nav>/s.exec(text)?.[1] ?? "";
    const links = [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
    expect(links.length, role).toBeGreaterThan(0);
    for (const link of links) expect(RIGHTS[PAGES[link as StaffPage]], `${role} ${link}`).toContain(role);
  }
});

test("a demo's kiosk enrols itself, and opens what no role does", async () => {
  const kiosk = await new ActionClient(server, device(98)).enrol();
  expect(await kiosk.check("not a booking")).toMatchObject({ ok: true });
});

test("signing out opens to everybody and ends the session", async () => {
  const client = await new ActionClient(server, device(99)).signIn("petugas", DEMO_PASSWORDS.petugas);
  const leave = (headers = {}) => client.fetch("/staff/sign-out", { method: "POST", headers });
  expect((await leave({ origin: "https://elsewhere.invalid" })).status).toBe(403);
  const left = await leave();
  expect(left.headers.get("clear-site-data")).toBe('"cache"');
  expect(left.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/);
  expect((await client.fetch("/staff/session")).status).toBe(401);
});

test("a stream ends within moments when its account is suspended", async () => {
  const head = clientOf("head");
  const input = { username: "sementara", name: "Orang Sementara", role: "officer" };
  type Made = { id: string; password: string };
  const made = await head.act<Made>("/staff/devices/accounts", "createAccountAction", input);
  if (!made.ok) throw new Error(made.code);
  const client = await new ActionClient(server, device(100)).signIn("sementara", made.value.password);
  expect(observed(await client.act("/staff/tickets", "findTicketsAction", {}))).toBe("let in");
  const given = await client.act("/staff/tickets", "findTicketsAction", {});
  expect(given, "a given password opens nothing").toEqual({ ok: false, code: "PASSWORD_DUE" });
  await client.act("/staff/account", "changeOwnPasswordAction", {
    current: "kalimat sementara",
    password: "kalimat saya sendiri",
  });
  const stream = await client.fetch("/staff/live", { signal: AbortSignal.timeout(20_000) });
  expect(stream.status).toBe(200);
  const heard = stream.text();
  expect(
    await head.act("/staff/devices/accounts", "suspendAccountAction", { id: made.value.id }),
  ).toMatchObject({
    ok: true,
  });
  // The text is whole only once the server has ended the stream.
  expect((await heard).trim().endsWith("event: ended\ndata: {}")).toBe(true);
  expect((await client.fetch("/staff/session")).status).toBe(401);
});
