import { expect, test } from "vitest";
import { plainTransaction, reader } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { PlainTx } from "@/lib/platform/plain-transactions";
import { execute, rowsOf, sql } from "@/lib/platform/statements";
import { useTestDatabase } from "../support/test-database";

useTestDatabase();

const fact = (key: string, value: unknown = "plain") =>
  sql`INSERT INTO "installation_facts" ("key", "value") VALUES (${key}, ${value})`;
const facts = async () =>
  (await reader().installationFact.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
const fault = (work: (tx: PlainTx) => Promise<unknown>): Promise<unknown> =>
  plainTransaction(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

test("statements that are on their way together arrive in their order, and are all there once it is through", async () => {
  const seen = await plainTransaction(async (tx) => {
    const [, rows] = await Promise.all([
      execute(tx, fact("a")),
      rowsOf<{ key: string }>(tx, sql`SELECT "key" FROM "installation_facts"`),
      execute(tx, fact("b")),
    ]);
    return rows;
  });
  expect(seen).toEqual([{ key: "a" }]);
  expect(await facts()).toEqual(["a", "b"]);
});

test("a row that is refused undoes all, also what was sent after it without waiting", async () => {
  await plainTransaction((tx) => execute(tx, fact("there")));
  const thrown = await fault(async (tx) => {
    await execute(tx, fact("before"));
    await execute(tx, fact("there"));
    await execute(tx, fact("after"));
  });
  expect(isDuplicate(thrown)).toBe(true);
  expect(await facts()).toEqual(["there"]);
});

test("the rows that are asked for next bring the fault itself, not that there was one", async () => {
  await plainTransaction((tx) => execute(tx, fact("there")));
  const thrown = await fault(async (tx) => {
    await execute(tx, fact("there"));
    await rowsOf(tx, sql`SELECT "key" FROM "installation_facts"`);
  });
  expect(isDuplicate(thrown)).toBe(true);
});

test("a statement that cannot even be sent is followed by no commit", async () => {
  const endless: { self?: unknown } = {};
  endless.self = endless;
  const thrown = await fault(async (tx) => {
    await execute(tx, fact("whole"));
    await execute(tx, fact("torn", endless));
  });
  expect(thrown).toBeInstanceOf(Error);
  expect(await facts()).toEqual([]);
});

test("after a fault the same connections work on, one transaction beside another", async () => {
  await fault(async (tx) => {
    await execute(tx, fact("lost"));
    throw new RangeError("changed my mind");
  });
  const keys = Array.from({ length: 30 }, (_, number) => `k-${String(number).padStart(2, "0")}`);
  await Promise.all(keys.map((key) => plainTransaction((tx) => execute(tx, fact(key)))));
  expect(await facts()).toEqual(keys);
});
