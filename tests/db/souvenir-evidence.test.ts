import { beforeEach, describe, expect, test } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import { deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { changeSouvenir } from "@/lib/vouchers/souvenirs/items";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { findPromises, openPromises, promiseOf } from "@/lib/vouchers/souvenirs/promise-queries";
import { souvenirBoard, souvenirItems } from "@/lib/vouchers/souvenirs/queries";
import { moveStock, takeBack } from "@/lib/vouchers/souvenirs/stock";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { promiseShortCode } from "@/lib/vouchers/tokens";
import { undoStep } from "@/lib/vouchers/undo-step";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { count, givenItem, itemRow, movementsOf } from "./souvenir-given";
import { eventsOf, givenVoucher, tap, trailOf } from "./tablet-given";

useTestDatabase();

const T0 = at("10:30").getTime();
let officer: StaffContext;
let supervisor: StaffContext;
let bag: string;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
  bag = await givenItem(supervisor, "Ransel", 3, 2);
});

const promised = async (number = 1) => {
  const voucherId = await givenVoucher(number);
  await tap(officer, voucherId, "SOUVENIR", { item: "Ransel", promised: true });
  const row = await reader().souvenirPromise.findFirstOrThrow({ where: { voucherId } });
  return { voucherId, promiseId: row.id, row };
};
const keep = (by: StaffContext, promiseId: string, souvenirId = bag) =>
  keepPromise(by, { promiseId, souvenirId, key: newKey() }, "req-k");

describe("what changes of an item leave behind", () => {
  test("of adding, counting, delivering and setting: who, how many, why, and the stock after it", async () => {
    const { revision } = await itemRow(bag);
    const note = " Dari gudang ";
    await deliverSouvenir(supervisor, { souvenirId: bag, revision, pieces: 4, note, key: newKey() }, "req-1");
    await count(supervisor, bag, 6, { reason: " Satu rusak " });
    const set = { souvenirId: bag, revision: revision + 2, lowMark: 5, retired: true, key: newKey() };
    await changeSouvenir(supervisor, set, "req-2");
    const by = supervisor.account.id;
    const moved = (await reader().souvenirMovement.findMany({ orderBy: { id: "asc" } })).map((row) => [
      ...[row.kind, row.change, row.stockAfter, row.reason, row.byId, row.at.getTime(), row.voucherId],
    ]);
    expect(moved).toEqual([
      ["COUNTED", 3, 3, null, by, T0, null],
      ["DELIVERED", 4, 7, "Dari gudang", by, T0, null],
      ["COUNTED", -1, 6, "Satu rusak", by, T0, null],
    ]);
    const ids = (await reader().souvenirMovement.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(await trailOf(bag)).toEqual([
      ["OFFICER", by, "souvenir.added", "souvenir", "test", {}],
      ["OFFICER", by, "souvenir.counted", "souvenir", "test", { movement: ids[0], change: 3, stockAfter: 3 }],
      [
        "OFFICER",
        by,
        "souvenir.delivered",
        "souvenir",
        "req-1",
        { movement: ids[1], change: 4, stockAfter: 7 },
      ],
      [
        "OFFICER",
        by,
        "souvenir.counted",
        "souvenir",
        "test",
        { movement: ids[2], change: -1, stockAfter: 6 },
      ],
      ["OFFICER", by, "souvenir.changed", "souvenir", "req-2", { lowMark: 5, retired: true }],
    ]);
    expect(await itemRow(bag)).toMatchObject({ lowMark: 5, retiredAt: at("10:30"), revision: revision + 3 });
  });

  test("an item that was put away keeps its day when only its mark changes, and comes back", async () => {
    const set = async (retired: boolean) => {
      const { revision } = await itemRow(bag);
      const change = { souvenirId: bag, revision, lowMark: 1, retired, key: newKey() };
      expect(await changeSouvenir(supervisor, change, "t")).toMatchObject({ ok: true });
    };
    await set(true);
    officeTime("11:00");
    await set(true);
    expect((await itemRow(bag)).retiredAt).toEqual(at("10:30"));
    expect((await souvenirItems()).map(({ name }) => name)).not.toContain("Ransel");
    await set(false);
    expect((await souvenirItems()).map(({ name }) => name)).toContain("Ransel");
  });

  test("the frame refuses what was changed meanwhile, with the stock of now", async () => {
    const { revision } = await itemRow(bag);
    const stale = { souvenirId: bag, revision: revision - 1, lowMark: 1, retired: false, key: newKey() };
    expect(await changeSouvenir(supervisor, stale, "t")).toEqual({
      ...{ ok: false, code: "STOCK_CHANGED", details: { stock: 3 } },
    });
  });
});

describe("the page of souvenirs", () => {
  test("shows items, promises, hand-overs and movements as they stand", async () => {
    const { promiseId, voucherId, row } = await promised(1);
    const other = await promised(2);
    officeTime("10:40");
    await keep(officer, other.promiseId);
    const board = await souvenirBoard(officer);
    expect(board.now).toBe(at("10:40").getTime());
    expect(board.items.find(({ id }) => id === bag)).toEqual({
      ...{ id: bag, name: "Ransel", level: "LOW", stock: 2, lowMark: 2, retired: false },
      revision: (await itemRow(bag)).revision,
    });
    expect(board.items.map(({ name }) => name)).toEqual([...board.items.map(({ name }) => name)].sort());
    expect(board.open).toEqual([
      {
        ...{ id: promiseId, state: "OPEN", voucherId, number: "K-001", serviceDate: TUESDAY },
        ...{ queueNumber: "B-001", last4: "0001", souvenirId: bag, item: "Ransel", shortCode: row.shortCode },
        ...{ promisedAt: T0, promisedBy: "Petugas Contoh", kept: null, undoUntil: null },
      },
    ]);
    expect(board.keptToday).toMatchObject([
      {
        ...{ id: other.promiseId, state: "KEPT", undoUntil: at("10:55").getTime() },
        kept: { at: at("10:40").getTime(), byName: "Petugas Contoh", item: "Ransel" },
      },
    ]);
    expect(board.movements[0]).toMatchObject({
      ...{ at: at("10:40").getTime(), item: "Ransel", kind: "HANDED_OUT", change: -1, stockAfter: 2 },
      ...{ byName: "Petugas Contoh", reason: null, number: "K-002" },
    });
    officeTime("22:40");
    expect((await souvenirBoard(officer)).keptToday).toHaveLength(1);
    officeTime("22:40:00.001");
    expect((await souvenirBoard(officer)).keptToday).toHaveLength(0);
  });

  test("an undo is offered to who handed over, to the last millisecond", async () => {
    const { promiseId } = await promised(1);
    await keep(officer, promiseId);
    const until = async (by: StaffContext) => (await promiseOf(by, promiseId))?.undoUntil;
    expect(await until(supervisor)).toBeNull();
    officeTime("10:45");
    expect(await until(officer)).toBe(at("10:45").getTime());
    officeTime("10:45:00.001");
    expect(await until(officer)).toBeNull();
  });

  test("names that no account has any more are a dash, and the system has none", async () => {
    const { promiseId } = await promised(1);
    await keep(officer, promiseId);
    await writeTransaction((tx) => tx.user.delete({ where: { id: officer.account.id } }));
    expect(await promiseOf(supervisor, promiseId)).toMatchObject({ promisedBy: "–", kept: { byName: "–" } });
    expect(await promiseOf(supervisor, "none")).toBeNull();
    await writeTransaction(async (tx) => {
      const item = await tx.souvenir.findUniqueOrThrow({ where: { id: bag } });
      await moveStock(tx, item, { kind: "DELIVERED", change: 1, at: at("10:31"), byId: null }, "req-s");
    });
    const names = (await souvenirBoard(supervisor)).movements.map(({ kind, byName }) => `${kind} ${byName}`);
    expect(names).toEqual(["DELIVERED null", "HANDED_OUT –", "COUNTED Penyelia Contoh"]);
    expect((await trailOf(bag)).at(-1)?.slice(0, 3)).toEqual(["SYSTEM", null, "souvenir.delivered"]);
  });
});

describe("what a promise leaves behind", () => {
  test("made, kept, reopened and cancelled: in the history and the trail, with who and why", async () => {
    const { promiseId, voucherId, row } = await promised(1);
    expect(row).toMatchObject({ held: voucherId, souvenirId: bag, shortCode: promiseShortCode(promiseId) });
    await keep(officer, promiseId);
    const reopened = { promiseId, reason: " Salah orang ", key: newKey() };
    expect(await reopenPromise(supervisor, reopened, "req-r")).toMatchObject({ ok: true });
    await undoStep(officer, { voucherId, step: "SOUVENIR", key: newKey() }, "req-u");
    const [by, boss] = [officer.account.id, supervisor.account.id];
    expect(await trailOf(promiseId)).toEqual([
      ["OFFICER", by, "souvenir-promise.made", "souvenir-promise", "test", { voucherId }],
      ["OFFICER", by, "souvenir-promise.kept", "souvenir-promise", "req-k", {}],
      ["OFFICER", boss, "souvenir-promise.reopened", "souvenir-promise", "req-r", {}],
      ["OFFICER", by, "souvenir-promise.cancelled", "souvenir-promise", "req-u", {}],
    ]);
    const events = (await eventsOf(voucherId)).map((event) => event.slice(0, 4));
    expect(events).toContainEqual(["PROMISE_KEPT", "SOUVENIR", by, "Ransel"]);
    expect(events).toContainEqual(["PROMISE_REOPENED", "SOUVENIR", boss, "Salah orang"]);
    expect(await reader().souvenirPromise.findUniqueOrThrow({ where: { id: promiseId } })).toMatchObject({
      ...{ state: "CANCELLED", held: null, keptAt: null, keptById: null },
    });
    expect(await openPromises(officer)).toEqual([]);
  });

  test("a hand-over and what is put back name the promise and each other", async () => {
    const { promiseId, voucherId } = await promised(1);
    await keep(officer, promiseId);
    await reopenPromise(officer, { promiseId, key: newKey() }, "t");
    const [, handedOut, back] = await reader().souvenirMovement.findMany({ orderBy: { id: "asc" } });
    expect(handedOut).toMatchObject({ kind: "HANDED_OUT", voucherId, promiseId, byId: officer.account.id });
    expect(back).toMatchObject({ kind: "TAKEN_BACK", voucherId, promiseId, undoesId: handedOut?.id });
    expect(await movementsOf(bag)).toEqual(["COUNTED 3=3", "HANDED_OUT -1=2", "TAKEN_BACK 1=3"]);
  });

  test("is found by four digits or letters of a booking, not by three or five, nor by another's", async () => {
    const { promiseId } = await promised(1);
    await promised(2);
    const found = async (query: string) => (await findPromises(officer, query)).map(({ id }) => id);
    expect(await found(" 0001\n")).toEqual([promiseId]);
    expect(await found("001")).toEqual([]);
    expect(await found("00001")).toEqual([]);
    expect(await found("\u0000k-001")).toEqual([promiseId]);
  });
});

describe("under the lock", () => {
  test("a stock never falls below zero, and one that changed meanwhile is not moved", async () => {
    const move = (stock: number, change: number) =>
      writeTransaction(async (tx) => {
        const item = await tx.souvenir.findUniqueOrThrow({ where: { id: bag } });
        await moveStock(
          tx,
          { ...item, stock },
          { kind: "COUNTED", change, at: at("10:31"), byId: null },
          "t",
        );
      });
    await expect(move(3, -4)).rejects.toThrow("never below zero");
    await expect(move(9, -1)).rejects.toThrow("changed under its lock");
    await move(3, -3);
    expect(await movementsOf(bag)).toEqual(["COUNTED 3=3", "COUNTED -3=0"]);
  });

  test("nothing is taken back where nothing was handed over", async () => {
    const voucherId = await givenVoucher(1);
    const by = { byId: officer.account.id, at: at("10:31"), requestId: "t", reason: null };
    await writeTransaction((tx) => takeBack(tx, { voucherId, promiseId: null }, by));
    expect(await movementsOf(bag)).toEqual(["COUNTED 3=3"]);
  });
});
