import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { issueFeedToken } from "@/lib/access/feed-tokens";
import { FEED_PER_MINUTE } from "@/lib/access/rate-limits";
import { reader } from "@/lib/platform/database";
import { deliver, lookUp } from "@/lib/queue/feed-api";
import { importFile, ownCall, previewImport } from "@/lib/queue/import/import-file";
import { ticketInput, type TicketPayload } from "@/lib/queue/schema";
import { excel, line } from "../support/files";
import { byteChanges, changedBytes, hostileText, INSIDES, inputs, mutated, mutations } from "../support/fuzz";
import { kind, useTestDatabase } from "../support/test-database";
import { booking, ticket } from "../support/tickets";

useTestDatabase();

/** PostgreSQL answers over a socket: a fifth of SQLite's inputs there, for what only it refuses to hold. */
const few = (sqlite: number) => inputs(kind === "sqlite" ? sqlite : Math.ceil(sqlite / 5));

const BY = { actor: { kind: "SYSTEM" }, requestId: "test" } as const;
let token = "";
let sent = 0;

/** A feed's token, and another before its minute's budget is spent: what is tried here is not the limit. */
async function tokenInBudget(): Promise<string> {
  if (sent % (FEED_PER_MINUTE - 5) === 0) ({ token } = await issueFeedToken("Jembatan contoh", BY));
  sent += 1;
  return token;
}
beforeEach(() => {
  sent = 0;
});

async function send(route: typeof deliver, body: Uint8Array): Promise<Response> {
  const headers = { authorization: `Bearer ${await tokenInBudget()}`, "content-type": "application/json" };
  return route(new Request("http://janji.invalid/api", { method: "POST", headers, body: Buffer.from(body) }));
}

/** Names and bookings that no answer may repeat; their marks stand in no hostile text. */
const MARKS = /Rahasia|88007777/;
const marked = (number: number): TicketPayload =>
  ticket(number, {
    applicantName: `Rahasia ${number}`,
    bookingCode: booking(number).replace("9900", "88007777"),
  });

const delivery = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((numbers) => ({
  tickets: numbers.map((number, place) => ({
    ...marked(number),
    ...(place % 2 ? { calledAt: "2026-11-24T09:10:00+07:00", updatedAt: "2026-11-24T09:10:00+07:00" } : {}),
  })),
}));
/** Half of them still JSON, as a bridge with a fault would send; half broken as a line would. */
const body = fc
  .tuple(delivery, mutations(), fc.oneof(fc.constant([]), byteChanges()))
  .map(([value, changes, breaks]) => {
    const json = JSON.stringify(mutated(value, changes)) as string | undefined;
    return changedBytes(Buffer.from(json ?? ""), breaks);
  });

const REFUSALS = [400, 413, 415];

interface Result {
  readonly result: string;
  readonly field?: string;
  readonly reason?: string;
}

const counted = async () => ({
  tickets: await reader().ticket.count(),
  trail: await reader().auditEvent.count({ where: { action: "tickets.ingested" } }),
});

/** What every answer keeps to, whatever was sent; its body. */
async function decent(response: Response): Promise<Record<string, unknown>> {
  const said = await response.text();
  expect([200, ...REFUSALS], said).toContain(response.status);
  expect(said).not.toMatch(INSIDES);
  expect(said).not.toMatch(MARKS);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const told = JSON.parse(said) as Record<string, unknown>;
  if (response.status !== 200) expect(told).toMatchObject({ status: response.status, code: /^[A-Z_]+$/ });
  return told;
}

describe("whatever is sent to the queue's interface", () => {
  test("is answered item by item or refused; what is refused writes nothing, what is repeated nothing more", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const before = await counted();
        const response = await send(deliver, bytes);
        const told = await decent(response);
        const after = await counted();
        if (response.status !== 200) {
          expect(after).toEqual(before);
          return;
        }
        const results = told.results as Result[];
        const { tickets } = JSON.parse(Buffer.from(bytes).toString()) as { tickets: unknown[] };
        expect(results).toHaveLength(tickets.length);
        const count = (result: string) => results.filter((one) => one.result === result).length;
        expect(after.tickets - before.tickets).toBe(count("CREATED"));
        const wrote = count("CREATED") + count("UPDATED") > 0;
        expect(after.trail - before.trail).toBe(Number(wrote));
        for (const one of results)
          if (one.result === "REFUSED")
            expect([typeof one.field, typeof one.reason]).toEqual(["string", "string"]);
        const again = await decent(await send(deliver, bytes));
        expect(await counted()).toEqual(after);
        for (const one of again.results as Result[]) expect(one.result).not.toMatch(/CREATED|UPDATED/);
      }),
      few(400),
    );
  });

  test("is looked up or refused, and writes nothing", async () => {
    const asked = fc
      .tuple(
        fc.array(hostileText, { minLength: 1, maxLength: 5 }),
        mutations(),
        fc.oneof(fc.constant([]), byteChanges()),
      )
      .map(([ticketIds, changes, breaks]) => {
        const json = JSON.stringify(mutated({ ticketIds }, changes)) as string | undefined;
        return changedBytes(Buffer.from(json ?? ""), breaks);
      });
    await fc.assert(
      fc.asyncProperty(asked, async (bytes) => {
        const before = await counted();
        const told = await decent(await send(lookUp, bytes));
        if (told.tickets)
          for (const one of told.tickets as { state: string }[]) expect(one.state).toBe("UNKNOWN");
        expect(await counted()).toEqual(before);
      }),
      few(200),
    );
  });

  test("is kept as it was said when it is sound, whatever letters its texts have", async () => {
    let tried = 0;
    const sound = fc
      .record({ ticketId: hostileText, applicantName: hostileText, queueNumber: hostileText })
      // Ids of their own: of two versions of one ticket with the same instant only one is kept.
      .map(({ ticketId, ...texts }) => ({ ...ticket(1), ...texts, ticketId: `${(tried += 1)} ${ticketId}` }))
      .filter((payload) => ticketInput.safeParse(payload).success);
    await fc.assert(
      fc.asyncProperty(sound, async (payload) => {
        await send(deliver, Buffer.from(JSON.stringify({ tickets: [payload] })));
        const { ticketId, applicantName, queueNumber } = ticketInput.parse(payload);
        const rows = await reader().ticket.findMany({ where: { sourceTicketId: ticketId } });
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({ applicantName, queueNumber });
      }),
      few(100),
    );
  });
});

/** Cells as nobody writes them, then bytes as nobody saves them. */
const file = fc
  .tuple(
    fc.array(fc.nat(20), { maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(60), hostileText, fc.boolean()), { maxLength: 3 }),
    fc.oneof(fc.constant([]), byteChanges()),
    fc.constantFrom("utf8", "utf8", "utf16le", "latin1"),
    fc.constantFrom(";", ",", "\t", "|"),
  )
  .map(([numbers, cells, breaks, encoding, sign]) => {
    const whole = Buffer.from(excel(...numbers.map((number) => line(number)))).toString();
    const parts = whole.replaceAll("Contoh", "Rahasia").split(/([;\r\n]+)/);
    for (const [at, text, quoted] of cells)
      parts[(at * 2) % parts.length] = quoted ? `"${text.replaceAll('"', '""')}"` : text;
    const text = parts.join("").replaceAll(";", sign);
    return changedBytes(Buffer.from(text, encoding as BufferEncoding), breaks);
  });

test("whatever file is imported is foretold as it ends, and its report runs nothing", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (bytes) => {
      const before = await counted();
      const seen = await previewImport(bytes, ownCall());
      expect(await counted()).toEqual(before);
      const done = await importFile(bytes, ownCall());
      expect(done.rows).toEqual(seen.rows);
      expect((await counted()).tickets - before.tickets).toBe(done.counts.CREATED);
      expect(done.rows).toHaveLength(Object.values(done.counts).reduce((sum, count) => sum + count, 0));
      const report = parse(done.report, { bom: true, delimiter: ";" });
      expect(report).toHaveLength(1 + done.rows.length + Number(done.problem !== null));
      for (const cell of report.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      // The second cell is the ticket's own number, as the file has it.
      const told = report.flatMap((cells) => cells.toSpliced(1, 1)).join(" ");
      expect(told).not.toMatch(/Rahasia|9900|undefined|\[object/);
      expect(told).not.toMatch(INSIDES);
    }),
    few(100),
  );
});
