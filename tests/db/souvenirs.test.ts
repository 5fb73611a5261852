import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { openSouvenirs } from "@/lib/office/open-souvenirs";
import { reader, writeTransaction } from "@/lib/platform/database";
import { addSouvenir, changeSouvenir } from "@/lib/vouchers/souvenirs/items";
import { souvenirBoard, souvenirItems, souvenirsRunningLow } from "@/lib/vouchers/souvenirs/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { undoStep } from "@/lib/vouchers/undo-step";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { count, deliver, expectBooksToAgree, givenItem, itemRow, movementsOf } from "./souvenir-given";
import { givenVoucher, historyOf, souvenirId, tap, voucherRow } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let colleague: StaffContext;
let supervisor: StaffContext;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  colleague = await givenStaff("officer", "Rekan Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
});

const undo = (by: StaffContext, voucherId: string, key = newKey()) =>
  undoStep(by, { voucherId, step: "SOUVENIR", key }, "test");

describe("an office that begins", () => {
  test("has the souvenirs that its settings name, once, and hands them out uncounted", async () => {
    await Promise.all([openSouvenirs(), openSouvenirs()]);
    const items = await souvenirItems();
    expect(items.map(({ name }) => name)).toEqual([...DEFAULT_SETTINGS.souvenirs].sort());
    expect(items.every(({ level, stock }) => level === "NOT_COUNTED" && stock === null)).toBe(true);
    expect(await souvenirsRunningLow()).toEqual([]);
    const id = await givenVoucher();
    expect(await tap(officer, id, "SOUVENIR")).toMatchObject({ ok: true });
    const payung = await souvenirId("Payung");
    expect(await movementsOf(payung)).toEqual(["HANDED_OUT 0=0"]);
    await undo(officer, id);
    expect(await movementsOf(payung)).toEqual(["HANDED_OUT 0=0", "TAKEN_BACK 0=0"]);
    await expectBooksToAgree();
  });

  test("counts an item for the first time without a reason, and from then on knows how many are left", async () => {
    const payung = await souvenirId("Payung");
    expect(await deliver(supervisor, payung, 5)).toMatchObject({ code: "NOT_COUNTED" });
    expect(await count(supervisor, payung, 2, { reason: "" })).toMatchObject({ ok: true });
    expect(await count(supervisor, payung, 9, { reason: " " })).toMatchObject({ code: "REASON_NEEDED" });
    await tap(officer, await givenVoucher(), "SOUVENIR");
    expect(await movementsOf(payung)).toEqual(["COUNTED 2=2", "HANDED_OUT -1=1"]);
  });
});

describe("a souvenir handed over with a voucher", () => {
  test("leaves the stock with its step, and comes back with the undo, each once", async () => {
    const bag = await givenItem(supervisor, "Ransel", 3);
    const id = await givenVoucher();
    const key = newKey();
    const first = await tap(officer, id, "SOUVENIR", { item: "Ransel", key });
    expect(await tap(officer, id, "SOUVENIR", { item: "Ransel", key })).toEqual(first);
    expect(await tap(colleague, id, "SOUVENIR", { item: "Ransel" })).toMatchObject({ code: "ALREADY_DONE" });
    expect((await itemRow(bag)).stock).toBe(2);
    expect((await voucherRow(id)).steps.find(({ step }) => step === "SOUVENIR")?.note).toBe("Ransel");
    const again = newKey();
    await undo(officer, id, again);
    await undo(officer, id, again);
    expect(await undo(officer, id)).toMatchObject({ code: "NOT_RECORDED" });
    expect(await movementsOf(bag)).toEqual(["COUNTED 3=3", "HANDED_OUT -1=2", "TAKEN_BACK 1=3"]);
    await expectBooksToAgree();
  });

  test("comes back also to an item that was put away meanwhile", async () => {
    const bag = await givenItem(supervisor, "Ransel", 1);
    const id = await givenVoucher();
    await tap(officer, id, "SOUVENIR", { item: "Ransel" });
    const { revision } = await itemRow(bag);
    const away = { souvenirId: bag, revision, lowMark: 1, retired: true, key: newKey() };
    expect((await changeSouvenir(supervisor, away, "test")).ok).toBe(true);
    await undo(officer, id);
    expect((await itemRow(bag)).stock).toBe(1);
    expect(await tap(officer, id, "SOUVENIR", { item: "Ransel" })).toMatchObject({
      code: "UNKNOWN_SOUVENIR",
    });
  });

  test("that has run out is refused by name, and nothing at all is written", async () => {
    await givenItem(supervisor, "Ransel", 0);
    const id = await givenVoucher();
    expect(await tap(officer, id, "SOUVENIR", { item: "Ransel" })).toEqual({
      ok: false,
      code: "NONE_LEFT",
      details: { item: "Ransel" },
    });
    expect(await historyOf(id)).toEqual(["ISSUED"]);
    expect(await tap(officer, id, "SOUVENIR", { item: "Payung" })).toMatchObject({ ok: true });
  });

  test("the last ones at six tablets at once go to as many as there are", async () => {
    const bag = await givenItem(supervisor, "Ransel", 2);
    const vouchers: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6]) vouchers.push(await givenVoucher(number));
    const answers = await Promise.all(
      vouchers.map((id, index) => tap(index % 2 ? officer : colleague, id, "SOUVENIR", { item: "Ransel" })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.code))).toEqual(Array(4).fill("NONE_LEFT"));
    expect(await movementsOf(bag)).toEqual(["COUNTED 2=2", "HANDED_OUT -1=1", "HANDED_OUT -1=0"]);
    await expectBooksToAgree();
  });
});

describe("a supervisor", () => {
  test("adds an item once, whatever its capitals and blanks", async () => {
    const add = (name: string, key = newKey()) =>
      addSouvenir(supervisor, { name, stock: 4, lowMark: 1, key }, "test");
    const key = newKey();
    const answers = await Promise.all([add("Buku saku", key), add("Buku saku", key), add("BUKU  saku")]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await add("buku saku")).toMatchObject({ code: "NAME_TAKEN" });
    expect(await reader().souvenir.count({ where: { nameKey: "buku saku" } })).toBe(1);
    await expectBooksToAgree();
  });

  test("takes a delivery in once: under one key, and at two tablets that saw the same stock", async () => {
    const bag = await givenItem(supervisor, "Ransel", 1);
    const [key, { revision }] = [newKey(), await itemRow(bag)];
    await deliver(supervisor, bag, 20, { revision, key });
    await deliver(supervisor, bag, 20, { revision, key });
    expect(await deliver(supervisor, bag, 20, { revision })).toEqual({
      ok: false,
      code: "STOCK_CHANGED",
      details: { stock: 21 },
    });
    const seen = (await itemRow(bag)).revision;
    const both = await Promise.all(
      [supervisor, await givenStaff("supervisor")].map((by) => deliver(by, bag, 5, { revision: seen })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await itemRow(bag)).stock).toBe(26);
    expect(await movementsOf(bag)).toEqual(["COUNTED 1=1", "DELIVERED 20=21", "DELIVERED 5=26"]);
  });

  test("corrects a count only on the stock that was on the tablet", async () => {
    const bag = await givenItem(supervisor, "Ransel", 12);
    const { revision } = await itemRow(bag);
    await tap(officer, await givenVoucher(), "SOUVENIR", { item: "Ransel" });
    // The shelf was counted before the eleventh was handed over: written now, that piece would count twice.
    expect(await count(supervisor, bag, 10, { seen: 12, revision })).toEqual({
      ok: false,
      code: "STOCK_CHANGED",
      details: { stock: 11 },
    });
    expect(await count(supervisor, bag, 9, { reason: "Dua rusak" })).toMatchObject({ ok: true });
    expect(await movementsOf(bag)).toEqual(["COUNTED 12=12", "HANDED_OUT -1=11", "COUNTED -2=9"]);
    const [newest] = (await souvenirBoard(officer)).movements;
    expect(newest).toMatchObject({ kind: "COUNTED", reason: "Dua rusak", byName: "Penyelia Contoh" });
  });

  test("sets when an item is low; staff are warned of few and of none, not of what is put away", async () => {
    const bag = await givenItem(supervisor, "Ransel", 3, 3);
    const cap = await givenItem(supervisor, "Topi", 0, 3);
    await givenItem(supervisor, "Kalender", 4, 3);
    expect((await souvenirsRunningLow()).map(({ name, level }) => `${name} ${level}`)).toEqual([
      "Ransel LOW",
      "Topi NONE_LEFT",
    ]);
    for (const [souvenirId, lowMark, retired] of [[bag, 2, false] as const, [cap, 3, true] as const]) {
      const { revision } = await itemRow(souvenirId);
      const change = { souvenirId, revision, lowMark, retired, key: newKey() };
      expect((await changeSouvenir(supervisor, change, "test")).ok).toBe(true);
    }
    expect(await souvenirsRunningLow()).toEqual([]);
  });
});

describe("the database itself", () => {
  test("refuses a stock below zero, at once and later", async () => {
    const bag = await givenItem(supervisor, "Ransel", 1);
    const write = (sql: string) => writeTransaction((tx) => tx.$executeRawUnsafe(sql));
    await expect(write("UPDATE souvenirs SET stock = -1")).rejects.toThrow(/below zero/);
    await expect(write("UPDATE souvenirs SET stock = stock - 2")).rejects.toThrow(/below zero/);
    const item = { name: "Topi", nameKey: "topi", lowMark: 1, createdAt: new Date() };
    const create = (stock: number) =>
      writeTransaction((tx) => tx.souvenir.create({ data: { ...item, stock } }));
    await expect(create(-1)).rejects.toThrow();
    await create(0);
    expect((await itemRow(bag)).stock).toBe(1);
  });

  test("refuses a second undo of one hand-out and a second promise for one voucher", async () => {
    const bag = await givenItem(supervisor, "Ransel", 1);
    const id = await givenVoucher();
    await tap(officer, id, "SOUVENIR", { item: "Ransel" });
    await undo(officer, id);
    const undone = await reader().souvenirMovement.findFirstOrThrow({ where: { kind: "TAKEN_BACK" } });
    await expect(
      writeTransaction((tx) => tx.souvenirMovement.create({ data: { ...undone, id: randomUUID() } })),
    ).rejects.toMatchObject({ code: "P2002" });
    await tap(officer, id, "SOUVENIR", { item: "Ransel", promised: true });
    const made = await reader().souvenirPromise.findFirstOrThrow();
    const second = { ...made, id: randomUUID(), shortCode: "ZZZZ9999" };
    await expect(writeTransaction((tx) => tx.souvenirPromise.create({ data: second }))).rejects.toMatchObject(
      { code: "P2002" },
    );
    expect((await itemRow(bag)).stock).toBe(1);
  });
});
