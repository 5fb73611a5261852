import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import { knownActions } from "../support/action-client";
import { ACTIONS, ROUTES } from "../support/doors";
import {
  byteChanges,
  changedBytes,
  hostileText,
  hostileValue,
  inputs,
  mutated,
  mutations,
} from "../support/fuzz";
import { asArgument, FuzzOffice, MARK } from "../support/fuzz-office";
import { inputsOf } from "../support/json-schema";
import { ensureBuilt, runScript } from "../support/server";

/** What each action of the source asks of its input: the wrapper tells, in place of running anything. */
const told = vi.hoisted((): { schema: unknown } => ({ schema: null }));
vi.mock("@/lib/platform/action", () => ({
  action: (options: { schema: unknown }) => async () => {
    told.schema = options.schema;
    return { ok: false, code: "BAD_INPUT" };
  },
}));

const APP = path.resolve(import.meta.dirname, "../../app");
const schemas = new Map<string, z.ZodType>();

async function readSchemas(): Promise<void> {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /(?:actions|language|actions\/[a-z-]+)\.ts$/.test(name))) {
    const module = (await import(path.join(APP, file))) as Record<string, unknown>;
    for (const [name, exported] of Object.entries(module)) {
      if (!(name in ACTIONS) || typeof exported !== "function") continue;
      told.schema = null;
      await (exported as (raw: unknown) => Promise<unknown>)({}).catch(() => undefined);
      const schema: unknown = told.schema;
      if (schema) schemas.set(name, schema as z.ZodType);
    }
  }
}

/** They end what the others ask with, or make without end what they are asked for. */
const ALONE = ["POST /staff/sign-out", "enrolDemoKioskAction"];
const NAMES = Object.keys(ACTIONS).filter((name) => !ALONE.includes(name));

let office: FuzzOffice;
beforeAll(async () => {
  ensureBuilt();
  await readSchemas();
  office = await FuzzOffice.open();
});
afterAll(() => office.close());

describe("server actions", () => {
  test("answer whatever they are given without a fault; a refused input writes nothing", async () => {
    const { seed, numRuns } = inputs(256);
    const reached = new Set<string>();
    for (const name of NAMES) {
      const client = office.visitorFor(ACTIONS[name] ?? "nothing");
      const schema = schemas.get(name);
      const sound = schema ? inputsOf(schema, office.ids) : fc.constant({});
      const spoilt = fc
        .tuple(sound, mutations(3), fc.boolean())
        .map(([input, changes, marked]) =>
          mutated(marked ? { ...(input as object), [MARK]: MARK } : input, changes),
        );
      const half = Math.max(1, Math.ceil(numRuns / NAMES.length / 2));
      const unsound = fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: hostileValue });
      const asked = [sound, unsound].flatMap((some) => fc.sample<unknown>(some, { numRuns: half, seed }));
      for (const input of asked) {
        const before = office.writings();
        const code = await office.call(client, name, asArgument(input));
        const refused = code === "BAD_INPUT" || code === "400";
        if (refused && office.writings() !== before)
          office.note(name, "refused and written", asArgument(input));
        if (!refused) reached.add(name);
      }
    }
    expect(office.found()).toEqual([]);
    // Inputs that no schema lets through try nothing: most must come as far as the work itself.
    expect(schemas.size).toBeGreaterThan(NAMES.length * 0.9);
    const missed = NAMES.filter((name) => !reached.has(name));
    expect(reached.size, missed.join()).toBeGreaterThan(NAMES.length * 0.8);
  });

  test("are reached by no body that no page sends: broken, nested, full of references", async () => {
    const reference = fc.constantFrom(
      ..."FQWKBDhiTCAn@".split("").map((sign) => `$${sign}1`),
      "$1:a:b",
      "$0",
    );
    const whole = [
      "",
      "[",
      "null",
      "5",
      "[1,2]",
      '[{"__proto__":{"a":1}}]',
      "[".repeat(9000) + "]".repeat(9000),
    ];
    const body = fc.oneof(
      fc
        .tuple(fc.jsonValue(), byteChanges())
        .map(([value, changes]) => changedBytes(Buffer.from(JSON.stringify([value])), changes)),
      reference.map((text) => Buffer.from(JSON.stringify([{ username: text, password: [text] }]))),
      fc.constantFrom(...whole).map((text) => Buffer.from(text)),
    );
    const before = office.writings();
    for (const bytes of fc.sample(body, inputs(60))) {
      const answer = await office.call(office.client("nobody"), "signInHereAction", bytes);
      expect(["400", "BAD_INPUT", "SIGN_IN_REFUSED", "TOO_MANY"]).toContain(answer);
    }
    expect(office.writings()).toBe(before);
    expect(office.found()).toEqual([]);
  });

  test("are reached by no form, whatever it names", async () => {
    const known = [...knownActions().values()].map(({ id }) => id);
    const types = [
      "multipart/form-data; boundary=X",
      "multipart/form-data",
      "application/x-www-form-urlencoded",
    ];
    const form = fc.record({
      id: fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[0-9a-f]{42}$/)),
      type: fc.constantFrom(...types),
      name: fc.constantFrom(
        "$ACTION_ID_",
        "$ACTION_REF_1",
        "$ACTION_1:0",
        "$ACTION_KEY",
        "0",
        "1_$ACTION_ID_",
      ),
      within: fc.boolean(),
      changes: byteChanges(),
    });
    const before = office.writings();
    for (const { id, type, name, within, changes } of fc.sample(form, inputs(40))) {
      const part = `Content-Disposition: form-data; name="${name}${id}"\r\n\r\n{"id":"${id}","bound":"$@1"}`;
      const response = await office.client("head").fetch("/staff/account", {
        method: "POST",
        headers: { "content-type": type, ...(within ? { "next-action": id } : {}) },
        body: Buffer.from(changedBytes(Buffer.from(`--X\r\n${part}\r\n--X--\r\n`), changes)),
      });
      await office.read(response, "a form", part);
      expect([303, 415]).toContain(response.status);
    }
    expect(office.writings()).toBe(before);
    expect(office.found()).toEqual([]);
  });
});

/** What some routes take, so that what is changed in it was sound before. */
const SOUND: Readonly<Record<string, unknown>> = {
  "POST /kiosk/pulse": { online: true, skewMs: 12, offline: true },
  "POST /staff/again": { name: "find-voucher", input: { scanned: "000-001" } },
  "POST /staff/settings/version": { version: 1, draft: { officeName: "Contoh" }, accepted: [] },
  "GET /staff/report/file": { format: "csv", from: "2026-11-01", to: "2026-11-30" },
};

/** A value's fields as a query; what has none asks without one. */
function queryOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const pairs = Object.entries(value).map(([key, one]) => [
    key,
    typeof one === "string" ? one : ((JSON.stringify(one) as string | undefined) ?? ""),
  ]);
  return new URLSearchParams(pairs).toString().slice(0, 4000);
}

/** A text as one part of a path; what is no text at all becomes replacement characters, as browsers write it. */
const asPart = (text: string) =>
  encodeURIComponent(Buffer.from(text).toString("utf8"))
    .slice(0, 900)
    .replace(/%[^%]?$/, "") || "x";

test("routes answer whatever they are sent without a fault", async () => {
  const request = fc.record({
    door: fc.constantFrom(...Object.entries(ROUTES).filter(([name]) => !ALONE.includes(name))),
    changes: mutations(3),
    breaks: fc.oneof(fc.constant([]), fc.constant([]), byteChanges()),
    place: fc.oneof(hostileText, fc.constantFrom(...office.ids)),
  });
  for (const { door, changes, breaks, place } of fc.sample(request, inputs(100))) {
    const [name, { need, body }] = door;
    const [method = "", route = ""] = name.split(" ");
    const value = mutated(SOUND[name] ?? body ?? { a: "b" }, changes);
    const sent = changedBytes(Buffer.from((JSON.stringify(value) as string | undefined) ?? ""), breaks);
    const target = route.replace("[id]", () => asPart(place));
    const headers = { "content-type": "application/json" };
    const asked = method === "GET" ? { method } : { method, headers, body: Buffer.from(sent) };
    const query = method === "GET" ? `?${queryOf(value)}` : "";
    const response = await office.visitorFor(need).fetch(`${target}${query}`, asked);
    await office.read(response, name, `${target}${query} ${Buffer.from(sent).toString()}`);
  }
  expect(office.found()).toEqual([]);
});

test("after all that the office is whole: no fault in its log, nothing of the senders', its chain sound", async () => {
  const log = office.server.log();
  expect(log.split("\n").filter((line) => /"level":(50|60)|unhandled|^⨯/i.test(line))).toEqual([]);
  expect(log).not.toContain(MARK);
  expect((await office.client("nobody").fetch("/api/v1/health")).status).toBe(200);
  expect(runScript(office.server, "scripts/verify-audit.ts")).toContain("Catatan utuh");
});
