import { beforeEach, describe, expect, test } from "vitest";
import { changeSettings } from "@/lib/office/settings";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { reader, writeTransaction } from "@/lib/platform/database";
import { receiptsOfTicket, receiptsOfVoucher } from "@/lib/register/receipts/queries";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { undoStep } from "@/lib/vouchers/undo-step";
import { newKey } from "../support/keys";
import { SCRAWL } from "../support/signature";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { receiptRows, seenOf, sign, validReceipt } from "./receipt-given";
import { auditOf, givenVoucher, historyOf, tap } from "./tablet-given";

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

const give = async () => {
  await tap(officer, id, "APOLOGY");
  await tap(officer, id, "SOUVENIR");
};
const undo = (by: StaffContext, step: "APOLOGY" | "SOUVENIR" | "PRIORITY", reason?: string) =>
  undoStep(by, { voucherId: id, step, reason, key: newKey() }, "test");

describe("a receipt", () => {
  test("holds what was signed for, by whom it was recorded and when, under the office's number", async () => {
    await give();
    officeTime("10:40");
    const answer = await sign(colleague, id);
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.value).toMatchObject([
      {
        number: "K-001/TT-JANJI/20261124",
        witnessName: "Rekan Contoh",
        signature: "HELD",
        apologyGiven: true,
        souvenir: "RECEIVED",
        item: "Payung",
        ended: null,
      },
    ]);
    const receipt = await validReceipt(id);
    expect(receipt).toMatchObject({ held: id, seq: 1, wording: 1, souvenirById: officer.account.id });
    expect(await historyOf(id)).toContain("RECEIPT_SIGNED");
    expect(await auditOf(receipt.id)).toEqual(["receipt.signed"]);
    const { ticketId } = await reader().voucher.findUniqueOrThrow({ where: { id } });
    expect(await receiptsOfTicket(officer, ticketId)).toEqual(await receiptsOfVoucher(officer, id));
  });

  test("keeps the signature sealed: no column, list, audit row or stored answer holds a stroke of it", async () => {
    await give();
    await sign(officer, id);
    const { signature, ...receipt } = await validReceipt(id);
    const stroke = (SCRAWL.strokes[0] ?? []).slice(0, 6).join(",");
    expect(signature?.sealed?.length).toBeGreaterThan(500);
    const elsewhere = {
      receipt,
      lists: await receiptsOfVoucher(officer, id),
      audit: await reader().auditEvent.findMany(),
      events: await reader().voucherEvent.findMany(),
      keys: await reader().requestKey.findMany(),
    };
    expect(JSON.stringify(elsewhere)).not.toContain(stroke);
    expect(Buffer.from(signature?.sealed ?? []).toString("latin1")).not.toContain(stroke);
  });

  test("is not signed before apology and souvenir are recorded, nor where neither was given", async () => {
    expect(await sign(officer, id)).toMatchObject({ ok: false, code: "NOTHING_TO_SIGN" });
    await tap(officer, id, "APOLOGY", { settled: true, note: "Pemohon pulang" });
    expect(await sign(officer, id)).toMatchObject({ code: "NOTHING_TO_SIGN" });
    await tap(officer, id, "SOUVENIR", { settled: true, note: "Pemohon pulang" });
    expect(await sign(officer, id)).toMatchObject({ code: "NOTHING_TO_SIGN" });
    expect(await sign(officer, "01990000-0000-7000-8000-000000000000")).toMatchObject({
      code: "UNKNOWN_VOUCHER",
    });
    expect(await receiptRows(id)).toEqual([]);
  });

  test("says so where one of the two was not given", async () => {
    await tap(officer, id, "APOLOGY");
    await tap(officer, id, "SOUVENIR", { settled: true, note: "Tidak berkenan" });
    await sign(officer, id);
    expect(await validReceipt(id)).toMatchObject({ apologyGiven: true, souvenir: "NOT_GIVEN", item: null });
  });

  test("refuses an empty and a dot-sized signature, and writes nothing", async () => {
    await give();
    const dot = { height: 1600, strokes: [[2000, 800, 40]] };
    expect(await sign(officer, id, { signature: { ...dot, strokes: [] } })).toMatchObject({
      code: "SIGNATURE_EMPTY",
    });
    expect(await sign(officer, id, { signature: dot })).toMatchObject({ code: "SIGNATURE_TOO_SMALL" });
    expect(await receiptRows(id)).toEqual([]);
  });

  test("is refused where the tablet showed something else than what stands now", async () => {
    await give();
    const seen = await seenOf(id);
    officeTime("10:35");
    await undo(officer, "SOUVENIR");
    await tap(officer, id, "SOUVENIR", { item: "Tas kain" });
    expect(await sign(officer, id, { seen })).toMatchObject({ ok: false, code: "SIGNED_FOR_CHANGED" });
    expect(await receiptRows(id)).toEqual([]);
  });

  test.each(["UNABLE", "THUMBPRINT", "DECLINED"] as const)(
    "is witnessed without a signature: %s",
    async (unsigned) => {
      await give();
      const answer = await sign(officer, id, { signature: { unsigned } });
      expect(answer).toMatchObject({ ok: true, value: [{ unsignedReason: unsigned, signature: "NONE" }] });
      expect((await validReceipt(id)).signature).toBeNull();
      expect(await historyOf(id)).toContain("RECEIPT_UNSIGNED");
    },
  );
});

describe("two tablets and a lost answer", () => {
  beforeEach(give);

  test("five signatures at once are one receipt; the others hear who recorded it and when", async () => {
    const answers = await Promise.all(
      [officer, colleague, supervisor, officer, colleague].map((by) => sign(by, id)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok))
      expect(answer).toMatchObject({
        code: "ALREADY_SIGNED",
        details: { at: expect.any(Number) as number, byName: expect.stringMatching(/Contoh$/) as string },
      });
    expect(await receiptRows(id)).toHaveLength(1);
    expect(await reader().receiptSignature.count()).toBe(1);
  });

  test("the same key is the same receipt, and the same answer", async () => {
    const key = newKey();
    const first = await sign(officer, id, { key });
    expect(await sign(officer, id, { key })).toEqual(first);
    expect(await receiptRows(id)).toHaveLength(1);
  });

  test("signing races with an undo: what holds in the end was signed for what stands", async () => {
    const [signed, undone] = await Promise.all([sign(colleague, id), undo(officer, "SOUVENIR")]);
    expect(undone.ok).toBe(true);
    const rows = await receiptRows(id);
    expect(rows.filter(({ state }) => state === "VALID")).toEqual([]);
    expect(rows).toHaveLength(signed.ok ? 1 : 0);
  });
});

describe("what is undone after signing", () => {
  beforeEach(async () => {
    await give();
    await sign(officer, id);
  });

  test.each(["APOLOGY", "SOUVENIR"] as const)(
    "%s: the receipt is cancelled and another can be signed",
    async (step) => {
      await undo(supervisor, step, "Salah ketuk");
      const [first] = await receiptRows(id);
      expect(first).toMatchObject({ state: "SUPERSEDED", held: null, supersededCause: "STEP_UNDONE" });
      expect(await auditOf(first?.id ?? "")).toEqual(["receipt.signed", "receipt.superseded"]);
      expect(await sign(officer, id)).toMatchObject({ code: "NOTHING_TO_SIGN" });
      await tap(officer, id, step, { item: "Tas kain" });
      expect(await sign(officer, id)).toMatchObject({ ok: true });
      expect((await receiptRows(id)).map(({ number, state }) => [number, state])).toEqual([
        ["K-001/TT-JANJI/20261124", "SUPERSEDED"],
        ["K-001/TT-JANJI/20261124-2", "VALID"],
      ]);
      expect((await receiptsOfVoucher(officer, id))[1]?.ended).toMatchObject({ byName: "Penyelia Contoh" });
    },
  );

  test("priority service: the receipt holds, for it was not signed for", async () => {
    await tap(officer, id, "PRIORITY");
    await undo(officer, "PRIORITY");
    expect((await validReceipt(id)).seq).toBe(1);
  });
});

test("the office's own pattern makes the number", async () => {
  const documentNumbers = { ...DEFAULT_SETTINGS.documentNumbers, receipt: "TT.{date}.{number}" };
  await changeSettings({ ...DEFAULT_SETTINGS, documentNumbers }, { kind: "SYSTEM" }, "test");
  await give();
  await sign(officer, id);
  expect((await validReceipt(id)).number).toBe("TT.20261124.K-001");
});

describe("the database itself", () => {
  beforeEach(async () => {
    await give();
    await sign(officer, id);
  });
  const run = (sql: string) => writeTransaction((tx) => tx.$executeRawUnsafe(sql));

  test.each([
    `UPDATE receipts SET item = 'Emas'`,
    `UPDATE receipts SET "signedAt" = "souvenirAt", "witnessId" = 'x'`,
    `DELETE FROM receipts`,
    `UPDATE receipt_signatures SET "receiptId" = 'x'`,
    `UPDATE receipt_signatures SET "removedAt" = NULL`,
    `DELETE FROM receipt_signatures`,
  ])("refuses %s", async (sql) => {
    await expect(run(sql)).rejects.toThrow("append-only");
  });

  test("lets no ended receipt come back, and no second one hold", async () => {
    await undo(supervisor, "SOUVENIR", "Salah ketuk");
    await expect(run(`UPDATE receipts SET held = "voucherId", state = 'VALID'`)).rejects.toThrow(
      "append-only",
    );
    await tap(officer, id, "SOUVENIR");
    await sign(officer, id);
    const valid = await reader().receipt.findUniqueOrThrow({ where: { held: id } });
    await expect(
      writeTransaction((tx) =>
        tx.receipt.create({ data: { ...valid, id: "another", seq: 9, number: "another" } }),
      ),
    ).rejects.toThrow(/[Uu]nique/);
  });
});
