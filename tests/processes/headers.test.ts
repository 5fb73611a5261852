import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";

let server: RunningServer;

beforeAll(async () => {
  ensureBuilt();
  server = await startServer({});
});
afterAll(() => server.stop());

const PAGES = ["/demo", "/kiosk", "/kiosk/away", "/display", "/staff/sign-in", "/api/v1/docs", "/nowhere"];

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";

async function answer(path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${server.url}${path}`, { headers, redirect: "manual" });
  return {
    response,
    policy: response.headers.get("content-security-policy") ?? "",
    html: await response.text(),
  };
}

describe.each(PAGES)("the page %s", (path) => {
  test("lets only its own scripts run, each with the nonce of this one answer", async () => {
    const { policy, html } = await answer(path);
    const nonce = nonceOf(policy);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<style\b|\son[a-z]+="|javascript:/);
    expect(nonceOf((await answer(path)).policy)).not.toBe(nonce);
  });

  test("takes no nonce and no policy from whoever asks", async () => {
    const mine = "AAAAAAAAAAAAAAAAAAAAAA==";
    const policy = `script-src 'nonce-${mine}'`;
    const asked = await answer(path, {
      "x-nonce": mine,
      "content-security-policy": policy,
      "content-security-policy-report-only": policy,
    });
    expect(asked.policy).toContain("'strict-dynamic'");
    expect(asked.policy + asked.html).not.toContain(mine);
  });

  test("has the other headers that keep strangers' pages and guesses away", async () => {
    const { response, policy } = await answer(path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    for (const directive of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(response.headers.get("x-powered-by")).toBeNull();
  });
});

test("files of the build are no page of a stranger's, either", async () => {
  const { html } = await answer("/staff/sign-in");
  const [file = ""] = /\/_next\/static\/[^"]+\.js/.exec(html) ?? [];
  const { response, policy } = await answer(file);
  expect(response.status).toBe(200);
  expect(policy).toBe("object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("what signed-in people read is kept by no browser and no proxy", async () => {
  for (const path of ["/staff/sign-in", "/staff/account", "/staff/session", "/kiosk/pulse", "/api/v1/health"])
    expect((await answer(path)).response.headers.get("cache-control"), path).toContain("no-store");
});

test("a browser whose session is over is told to drop what it loaded, and keeps a kiosk's credential", async () => {
  const { response } = await answer("/staff/session");
  expect([response.status, response.headers.get("clear-site-data")]).toEqual([401, '"cache"']);
});

test("nothing is told back to whoever traces a request", async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { cookie: "janji.session_token=mine" };
    const asked = request(`${server.url}/staff`, { method: "TRACE", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
  expect(status).toBe(405);
});

test("nobody has pictures resized", async () => {
  expect((await answer("/_next/image?url=%2Ficon.svg&w=64&q=75")).response.status).toBe(404);
});

test("answers of the queue interface and errors carry a policy, too", async () => {
  for (const path of ["/api/v1/health", "/api/v1/queue/tickets", "/api/v1/openapi.json"])
    expect((await answer(path)).policy).toContain("default-src 'self'");
});
