import { describe, expect, test } from "vitest";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { BusyError } from "@/lib/platform/faults";
import { kind, useTestDatabase } from "../support/test-database";
import { outsider } from "./empty-database";

const { target } = useTestDatabase();

const keep = (tx: Tx, key: string, value = "kept") => tx.installationFact.create({ data: { key, value } });
const kept = async () =>
  (await reader().installationFact.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);

describe("the reader", () => {
  test("cannot write: the database refuses it", async () => {
    await expect(reader().installationFact.create({ data: { key: "a", value: "b" } })).rejects.toThrow();
    await expect(
      reader().$queryRawUnsafe("INSERT INTO installation_facts VALUES ('a', 'b') RETURNING key"),
    ).rejects.toThrow();
    expect(await kept()).toEqual([]);
  });

  test("sees nothing of a transaction until it is committed", async () => {
    await writeTransaction(async (tx) => {
      await keep(tx, "open");
      expect(await kept()).toEqual([]);
    });
    expect(await kept()).toEqual(["open"]);
  });
});

test("a transaction that throws leaves nothing, and its own fault comes through", async () => {
  const work = async (tx: Tx) => {
    await keep(tx, "one");
    await tx.dayCounter.create({ data: { serviceDate: "2026-11-24", lastNumber: 1 } });
    throw new RangeError("changed my mind");
  };
  await expect(writeTransaction(work)).rejects.toThrow(new RangeError("changed my mind"));
  expect(await kept()).toEqual([]);
  expect(await reader().dayCounter.count()).toBe(0);
});

test("of sixty writes at once every acknowledged one is there and no other, and no count is lost", async () => {
  const key = (number: number) => `w-${String(number).padStart(2, "0")}`;
  const numbers = Array.from({ length: 60 }, (_, number) => number);
  const ended = await Promise.allSettled(
    numbers.map((number) =>
      writeTransaction(async (tx) => {
        await tx.dayCounter.upsert({
          where: { serviceDate: "2026-11-24" },
          create: { serviceDate: "2026-11-24", lastNumber: 1 },
          update: { lastNumber: { increment: 1 } },
        });
        await keep(tx, key(number));
        if (number % 2 === 1) throw new RangeError("given up");
      }),
    ),
  );
  const acknowledged = numbers.filter((number) => ended[number]?.status === "fulfilled");
  expect(acknowledged).toEqual(numbers.filter((number) => number % 2 === 0));
  expect(await kept()).toEqual(acknowledged.map(key));
  expect(await reader().dayCounter.findMany()).toMatchObject([{ lastNumber: 30 }]);
});

test("what was acknowledged is on the disk: the connection is fully durable", async () => {
  const ask = async (question: string) => {
    const look = (db: Pick<Tx, "$queryRawUnsafe">) =>
      db.$queryRawUnsafe<Record<string, unknown>[]>(question).then(([row]) => Object.values(row ?? {})[0]);
    return [String(await writeTransaction(look)), String(await look(reader()))];
  };
  if (kind === "sqlite") {
    expect(await ask("PRAGMA synchronous")).toEqual(["2", "2"]);
    expect(await ask("PRAGMA journal_mode")).toEqual(["wal", "wal"]);
    expect(await ask("PRAGMA foreign_keys")).toEqual(["1", "1"]);
  } else {
    expect(await ask("SHOW synchronous_commit")).toEqual(["on", "on"]);
    expect(await ask("SHOW timezone")).toEqual(["UTC", "UTC"]);
    expect(await ask("SHOW default_transaction_read_only")).toEqual(["off", "on"]);
  }
});

describe("while somebody else holds the lock", () => {
  const TAKE =
    kind === "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE installation_facts IN EXCLUSIVE MODE";

  /** PostgreSQL waits five seconds for a lock; a test need not. */
  const impatient = async (tx: Tx) => {
    if (kind === "postgres") await tx.$executeRawUnsafe("SET LOCAL lock_timeout = '20ms'");
  };

  test("a write tries again, and is written once when the lock is free", async () => {
    const other = await outsider(target());
    await other.run(TAKE);
    let tries = 0;
    await writeTransaction(async (tx) => {
      tries += 1;
      if (tries === 3) await other.run("ROLLBACK");
      await impatient(tx);
      await keep(tx, "late");
    });
    await other.close();
    expect(tries).toBeGreaterThanOrEqual(3);
    expect(await kept()).toEqual(["late"]);
  });

  test("a write gives up after a bounded number of tries, and has written nothing", async () => {
    const other = await outsider(target());
    await other.run(TAKE);
    let tries = 0;
    const write = writeTransaction(async (tx) => {
      tries += 1;
      await impatient(tx);
      await keep(tx, "never");
    });
    await expect(write).rejects.toThrow(BusyError);
    expect(tries).toBe(12);
    await other.run("ROLLBACK");
    await other.close();
    expect(await kept()).toEqual([]);
    await writeTransaction((tx) => keep(tx, "after"));
    expect(await kept()).toEqual(["after"]);
  });
});
