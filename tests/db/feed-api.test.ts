import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import { RECIPE } from "@/components/api/curl";
import { TicketFields } from "@/components/api/ticket-fields";
import { issueFeedToken, revokeFeedToken } from "@/lib/access/feed-tokens";
import { FEED_PER_MINUTE } from "@/lib/access/rate-limits";
import { catalogue, locales } from "@/lib/platform/messages";
import { noteStorage } from "@/lib/platform/storage";
import { PROBLEMS } from "@/lib/queue/answer-schema";
import { apiExamples, localInstant } from "@/lib/queue/api-examples";
import { deliver, lookUp, tellHealth } from "@/lib/queue/feed-api";
import { openApiDocument } from "@/lib/queue/openapi";
import { otherMethods } from "@/lib/queue/problem";
import { MAX_BODY_BYTES, ticketInput } from "@/lib/queue/schema";
import { at, useTestDatabase } from "../support/test-database";
import { ticket, wib } from "../support/tickets";

useTestDatabase();

const BY = { actor: { kind: "SYSTEM" }, requestId: "test" } as const;
let token = "";
let tokenId = "";
beforeEach(async () => {
  ({ token, id: tokenId } = await issueFeedToken("Jembatan contoh", BY));
});

type Route = typeof deliver;
const latin1 = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value), "latin1"));
const send = (route: Route, body: unknown, headers: Record<string, string> = {}) =>
  route(
    new Request("http://janji.invalid/api", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: typeof body === "string" || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
    }),
  );

interface Operation {
  readonly responses: Record<string, { content: Record<string, { schema: object }>; headers?: object }>;
}
const document = openApiDocument() as unknown as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: { Ticket: { properties: Record<string, unknown> } } };
};
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
ajv.addSchema({ ...document, $id: "janji" }, "janji");

/** Holds an answer against what the document says of that address, status and media type; returns its body. */
async function asDocumented(
  path: string,
  response: Response,
  method = "post",
): Promise<Record<string, unknown>> {
  const media = response.headers.get("content-type")?.split(";")[0] ?? "";
  const pointer = ["paths", path, method, "responses", String(response.status), "content", media, "schema"];
  const escaped = pointer.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  const validate = ajv.getSchema(`janji#/${escaped}`);
  if (!validate) throw new Error(`The document knows no ${response.status} ${media} of ${path}`);
  const body = (await response.json()) as Record<string, unknown>;
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  return body;
}

const TICKETS = "/api/v1/queue/tickets";
const LOOKUP = "/api/v1/queue/tickets/lookup";
const HEALTH = "/api/v1/health";

describe("real answers are what the document says", () => {
  test("of a delivery with every kind of result", async () => {
    await send(deliver, { tickets: [ticket(1), ticket(2), ticket(3)] });
    const later = ticket(2, { calledAt: wib("10:01"), updatedAt: wib("10:01") });
    const older = ticket(3, { queueNumber: "B-9", updatedAt: wib("09:00") });
    const tickets = [ticket(1), later, older, ticket(4), { ...ticket(5), updatedAt: "today" }, 7];
    const body = await asDocumented(TICKETS, await send(deliver, { tickets }));
    expect(body.results).toMatchObject([
      ...["UNCHANGED", "UPDATED", "STALE", "CREATED"].map((result) => ({ result })),
      {
        ticketId: "T-5",
        result: "REFUSED",
        field: "updatedAt",
        message: expect.stringContaining("+07:00") as string,
      },
      { ticketId: null, result: "REFUSED", field: "(item)" },
    ]);
  });

  test("of a look-up, which tells no names and no bookings", async () => {
    await send(deliver, { tickets: [ticket(1), ticket(2, { biometricStartedAt: wib("09:30") })] });
    const body = await asDocumented(LOOKUP, await send(lookUp, { ticketIds: ["T-2", "T-9", "T-1"] }));
    expect(body.tickets).toEqual([
      { ticketId: "T-2", state: "SERVING", serviceDate: "2026-11-24", updatedAt: "2026-11-24T03:00:00.000Z" },
      { ticketId: "T-9", state: "UNKNOWN", serviceDate: null, updatedAt: null },
      { ticketId: "T-1", state: "WAITING", serviceDate: "2026-11-24", updatedAt: "2026-11-24T03:00:00.000Z" },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Contoh|9900/);
  });

  const refusals: [string, unknown, Record<string, string>, number, string, string?][] = [
    ["no token", { tickets: [] }, { authorization: "" }, 401, "NOT_AUTHORISED"],
    ["not JSON", "{", {}, 400, "MALFORMED_JSON"],
    ["an empty body", "", {}, 400, "MALFORMED_JSON"],
    [
      "Latin-1, which would garble a name for good",
      latin1({ tickets: [ticket(1, { applicantName: "Ren\u00e9e Contoh" })] }),
      {},
      400,
      "MALFORMED_JSON",
    ],
    ["another media type", { tickets: [ticket(1)] }, { "content-type": "text/plain" }, 415, "NOT_JSON"],
    ["no tickets", { tickets: [] }, {}, 400, "BAD_REQUEST", "tickets"],
    ["too many tickets", { tickets: Array(501).fill(1) }, {}, 400, "BAD_REQUEST", "tickets"],
    ["another envelope", { ticket: [ticket(1)] }, {}, 400, "BAD_REQUEST", "tickets"],
    ["too large a body", "x".repeat(MAX_BODY_BYTES + 1), {}, 413, "TOO_LARGE"],
  ];
  test.each(refusals)("of a request refused for %s", async (_why, body, headers, status, code, field) => {
    const response = await send(deliver, body, headers);
    expect(response.status).toBe(status);
    const problem = await asDocumented(TICKETS, response);
    expect(problem).toMatchObject({ status, code });
    if (field) expect(problem.errors).toContainEqual(expect.objectContaining({ field }));
  });

  test("of another method, with those that the address has", async () => {
    const { refuse, options } = otherMethods("POST");
    for (const path of [TICKETS, LOOKUP]) {
      const response = refuse();
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
      expect(await asDocumented(path, response)).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
    }
    expect([options().status, options().headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
  });

  test("of the server's health, also where it cannot store", async () => {
    await asDocumented(HEALTH, await tellHealth(), "get");
    noteStorage(false);
    const lost = await tellHealth();
    noteStorage(true);
    expect(lost.status).toBe(503);
    expect(await asDocumented(HEALTH, lost, "get")).toEqual({ ok: false, reason: "STORAGE" });
  });

  test("of too many requests, with how long to wait", async () => {
    for (let count = 0; count < FEED_PER_MINUTE; count += 1) await send(lookUp, "{");
    const response = await send(deliver, { tickets: [ticket(1)] });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    await asDocumented(TICKETS, response);
  });

  test("a token that was revoked opens nothing any more", async () => {
    await revokeFeedToken(tokenId, BY);
    expect((await send(deliver, { tickets: [ticket(1)] })).status).toBe(401);
  });
});

test("a body that breaks off is told where, without what was sent", async () => {
  const body = await asDocumented(
    TICKETS,
    await send(deliver, '{"tickets": [{"applicantName": "Contoh" ticketId'),
  );
  expect(body.detail).toContain("(character 41)");
  expect(JSON.stringify(body)).not.toContain("Contoh");
});

test("the page's script gives up on every refusal that sending again cannot mend", () => {
  const [, given = ""] = /^ +([\d|]+)\) cat/m.exec(RECIPE) ?? [];
  const hopeless = Object.values(PROBLEMS).filter((status) => status < 500 && status !== 429);
  expect(given.split("|").map(Number)).toEqual([...new Set(hopeless)].sort());
});

test("the page tells of each field what it may hold", () => {
  const messages = catalogue("en") as unknown as { api: { types: { flag: string; code: string } } };
  const page = renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: "en",
      messages: messages as never,
      timeZone: "Asia/Jakarta",
      children: createElement(TicketFields, { document: openApiDocument() }),
    }),
  );
  const held = (field: string) => new RegExp(`>${field}<.*?</tr>`, "s").exec(page)?.[0];
  for (const field of ["registeredInSmart", "underReview"])
    expect(held(field)).toContain(messages.api.types.flag);
  expect(held("bookingCode")).toContain(messages.api.types.code);
  expect(held("calledAt")).not.toContain(messages.api.types.code);
});

test.each([
  ["9900 0000 0000 0001", true],
  ["ab-12.cd", true],
  [" 1234 ", true],
  ["123", false],
  ["9900/0001", false],
  ["1".repeat(33), false],
  ["", false],
])("the document and the parser take the same booking codes: %j", (bookingCode, taken) => {
  const validate = ajv.getSchema("janji#/components/schemas/Ticket");
  const given = { ticketId: "T-1", updatedAt: wib("10:00"), bookingCode };
  expect([validate?.(given), ticketInput.safeParse(given).success]).toEqual([taken, taken]);
});

test("every field of a ticket is explained in every language, and none that is not there", () => {
  for (const locale of locales()) {
    const { fields } = catalogue(locale).api as { fields: Record<string, string> };
    expect(Object.keys(fields).sort()).toEqual(
      Object.keys(document.components.schemas.Ticket.properties).sort(),
    );
  }
  expect(document.openapi).toMatch(/^3\.1\./);
});

test("the page's examples are taken as they stand, and the bad one is refused by name", async () => {
  const { waiting, served, bad } = apiExamples(at("10:30").getTime(), "Asia/Jakarta");
  const body = await asDocumented(TICKETS, await send(deliver, { tickets: [waiting, served, bad] }));
  expect(body.results).toMatchObject([
    { result: "CREATED" },
    { result: "UPDATED" },
    { result: "REFUSED", field: "bookingChanel", reason: "UNKNOWN_FIELD" },
  ]);
});

test("examples show the office's own clock with its offset, in any zone", () => {
  const instant = Date.parse("2026-11-24T03:30:05Z");
  expect(localInstant(instant, "Asia/Jayapura")).toBe("2026-11-24T12:30:05+09:00");
  expect(localInstant(instant, "America/St_Johns")).toBe("2026-11-24T00:00:05-03:30");
});
