import { beforeEach, describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { receiptRows, sign, validReceipt } from "./receipt-given";
import { count, givenItem } from "./souvenir-given";
import { givenVoucher, tap } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let colleague: StaffContext;
let supervisor: StaffContext;
let id: string;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  colleague = await givenStaff("officer", "Rekan Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
  id = await givenVoucher();
});

describe("a promised souvenir", () => {
  const handOver = async () => {
    const item = await reader().souvenir.findFirstOrThrow({ where: { name: "Ransel" } });
    await count(supervisor, item.id, 3);
    const { id: promiseId } = await reader().souvenirPromise.findUniqueOrThrow({ where: { held: id } });
    officeTime("11:30");
    const kept = await keepPromise(officer, { promiseId, souvenirId: item.id, key: newKey() }, "test");
    expect(kept.ok).toBe(true);
    return promiseId;
  };

  beforeEach(async () => {
    await givenItem(supervisor, "Ransel", 0);
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "SOUVENIR", { item: "Ransel", promised: true });
    await sign(officer, id);
  });

  test("is signed for as promised, and once more when it is handed over", async () => {
    expect(await validReceipt(id)).toMatchObject({ souvenir: "PROMISED", item: "Ransel" });
    await handOver();
    expect(await validReceipt(id)).toMatchObject({ souvenir: "PROMISED" });
    expect(await sign(colleague, id)).toMatchObject({ ok: true });
    expect(await validReceipt(id)).toMatchObject({ seq: 2, souvenir: "RECEIVED", item: "Ransel" });
    expect((await receiptRows(id))[0]).toMatchObject({ supersededCause: "PROMISE_KEPT" });
    expect(await sign(colleague, id)).toMatchObject({ code: "ALREADY_SIGNED" });
  });

  test("that is handed over twice at once on two tablets ends in one receipt", async () => {
    await handOver();
    const answers = await Promise.all([sign(officer, id), sign(colleague, id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await validReceipt(id)).toMatchObject({ seq: 2 });
  });

  test("whose hand-over is taken back: the receipt of it is cancelled, that of the promise alone is not", async () => {
    const promiseId = await handOver();
    const reopen = () => reopenPromise(officer, { promiseId, key: newKey() }, "test");
    await reopen();
    expect(await validReceipt(id)).toMatchObject({ seq: 1, souvenir: "PROMISED" });
    await handOver();
    await sign(officer, id);
    await reopen();
    expect((await receiptRows(id)).map(({ supersededCause }) => supersededCause)).toEqual([
      "PROMISE_KEPT",
      "PROMISE_REOPENED",
    ]);
  });
});
