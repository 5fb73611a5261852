import { describe, expect, test } from "vitest";
import { TICKET_COLUMNS } from "@/lib/platform/columns";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate, isPassing } from "@/lib/platform/faults";
import { insertRows } from "@/lib/platform/insert-rows";
import { execute, rowsOf, sql } from "@/lib/platform/statements";
import { ingestTickets } from "@/lib/queue/ingest";
import { useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";

useTestDatabase();

const fact = (key: string) =>
  sql`INSERT INTO "installation_facts" ("key", "value") VALUES (${key}, ${"plain"})`;
const facts = async () =>
  (await reader().installationFact.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
const fault = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

test("a plain statement gives what the model gives: instants, truth, nothing", async () => {
  await ingestTickets([ticket(1), ticket(2, { underReview: undefined })], { kind: "DEMO" });
  const models = await reader().ticket.findMany({ orderBy: { id: "asc" } });
  const query = sql`SELECT ${TICKET_COLUMNS} FROM "tickets" ORDER BY "id"`;
  expect(await rowsOf(reader(), query)).toEqual(models);
  const inTransaction = await writeTransaction(async (tx) => {
    await execute(tx, fact("first"));
    return rowsOf(tx, query);
  });
  expect(inTransaction).toEqual(models);
});

test("rows written plainly are those that the model writes", async () => {
  const key = { scope: "s", answer: null, expiresAt: new Date("2026-11-24T03:30:00.123Z") };
  await writeTransaction((tx) => insertRows(tx, { request_keys: [{ key: "plain", ...key }] }));
  await writeTransaction((tx) => tx.requestKey.create({ data: { key: "model", ...key } }));
  const [model, plain] = await rowsOf<{ at: string }>(
    reader(),
    sql`SELECT CAST("expiresAt" AS TEXT) AS "at" FROM "request_keys" ORDER BY "key"`,
  );
  expect(plain).toEqual(model);
});

describe("a plain statement in a transaction", () => {
  test("is undone with it, and with no other that is open at the same time", async () => {
    const held: { open: () => void } = { open: () => undefined };
    const both = new Promise<void>((resolve) => (held.open = resolve));
    const lost = writeTransaction(async (tx) => {
      await execute(tx, fact("lost"));
      await Promise.race([both, new Promise((resolve) => setTimeout(resolve, 200))]);
      throw new RangeError("given up");
    });
    const kept = writeTransaction(async (tx) => {
      await execute(tx, fact("kept"));
      held.open();
    });
    await expect(lost).rejects.toThrow(new RangeError("given up"));
    await kept;
    expect(await facts()).toEqual(["kept"]);
  });

  test("mixes with the models' own", async () => {
    await writeTransaction(async (tx) => {
      await execute(tx, fact("one"));
      await tx.installationFact.update({ where: { key: "one" }, data: { value: "model" } });
      expect(await rowsOf(tx, sql`SELECT "value" FROM "installation_facts"`)).toEqual([{ value: "model" }]);
    });
  });

  test("is refused once the transaction is over: it would belong to nobody", async () => {
    let late: Tx | undefined;
    await writeTransaction(async (tx) => {
      late = tx;
      await execute(tx, fact("in time"));
    });
    const thrown = await fault(execute(late as Tx, fact("late")));
    expect(isPassing(thrown)).toBe(true);
    expect(await facts()).toEqual(["in time"]);
  });

  test("that meets a unique constraint is known as the loser of a race", async () => {
    await writeTransaction((tx) => execute(tx, fact("twice")));
    const thrown = await fault(writeTransaction((tx) => execute(tx, fact("twice"))));
    expect(isDuplicate(thrown)).toBe(true);
    expect(isPassing(thrown)).toBe(false);
  });
});
