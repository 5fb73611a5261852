import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionClient, knownActions } from "../support/action-client";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";

let server: RunningServer;
let kiosk: ActionClient;

beforeAll(async () => {
  ensureBuilt();
  server = await startServer();
  kiosk = await new ActionClient(server).enrol();
});
afterAll(() => server.stop());

/** What anybody may call who is nobody yet: it lets a person in, or a screen of the hall, and shows nothing. */
const FOR_ANYBODY = new Set([
  "createFirstAccountAction",
  "enrolDemoKioskAction",
  "enrolKioskAction",
  // Invented numbers; only a demo has it.
  "prepareScanAction",
  "setEntranceLanguageAction",
  "signInAction",
  "signInHereAction",
]);

test("a kiosk's credential opens no action of staff", async () => {
  const actions = [...knownActions()].filter(([name]) => !FOR_ANYBODY.has(name));
  expect(actions.length).toBeGreaterThan(20);
  const answers: Record<string, string> = {};
  for (const [name, { page }] of actions) {
    const answer = await kiosk.act(page, name, {});
    answers[name] = answer.ok ? "let in" : answer.code;
  }
  const refused = Object.fromEntries(actions.map(([name]) => [name, expect.stringMatching(/^NOT_/)]));
  expect(answers).toEqual(refused);
});

test("nor a page, a route or the queue interface", async () => {
  const ask = (path: string, init?: RequestInit) => kiosk.fetch(path, init);
  for (const page of ["/staff", "/staff/devices", "/staff/vouchers", "/staff/tickets"]) {
    const response = await ask(page);
    const body = await response.text();
    expect(response.headers.get("location") ?? body, page).toContain("/staff/sign-in");
  }
  expect((await ask("/staff/live")).status).toBe(401);
  expect(await (await ask("/staff/alerts")).json()).toEqual({ ok: false, code: "NOT_SIGNED_IN" });
  const json = { method: "POST", headers: { "content-type": "application/json" } };
  const again = await ask("/staff/again", {
    ...json,
    body: JSON.stringify({ name: "find-tickets", input: { query: "1", key: "0123456789abcdef" } }),
  });
  expect(await again.json()).toEqual({ ok: false, code: "NOT_SIGNED_IN" });
  const feed = await ask("/api/v1/queue/tickets", { ...json, body: JSON.stringify({ tickets: [] }) });
  expect(feed.status).toBe(401);
});

test("and of print jobs it learns and settles its own only", async () => {
  const progress = { name: "print-progress", input: { printJobId: "01990000-0000-7000-8000-000000000000" } };
  const settled = { name: "settle-print", input: { ...progress.input, state: "CONFIRMED" } };
  for (const body of [progress, settled]) {
    const answer = await kiosk.fetch("/kiosk/ask", { method: "POST", body: JSON.stringify(body) });
    expect(await answer.json()).toEqual({ ok: false, code: "UNKNOWN_JOB" });
  }
});
