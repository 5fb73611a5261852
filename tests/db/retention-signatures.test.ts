import { expect, test } from "vitest";
import { exportRecord } from "@/lib/register/applicant/export-record";
import type { ApplicantRecord } from "@/lib/register/applicant/types";
import { lookAtSignature } from "@/lib/register/receipts/queries";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { givenStaff } from "../support/staff";
import { TUESDAY, useTestDatabase } from "../support/test-database";
import { booking } from "../support/tickets";
import { receiptRows, sign } from "./receipt-given";
import { later } from "./retention-given";
import { givenVoucher, tap } from "./tablet-given";

useTestDatabase();

test("a signature goes with its time, its receipt stays, and a copy tells of both", async () => {
  const supervisor = await givenStaff("supervisor");
  const voucherId = await givenVoucher(1);
  for (const step of ["APOLOGY", "SOUVENIR"] as const) await tap(supervisor, voucherId, step);
  expect(await sign(supervisor, voucherId)).toMatchObject({ ok: true });
  const [before] = await receiptRows(voucherId);
  expect(before?.signature?.sealed).toBeTruthy();
  expect(await lookAtSignature(supervisor, before?.id ?? "")).toMatchObject({ ok: true });
  const copy = async () => {
    const input = { bookingScan: booking(1), serviceDate: TUESDAY, ground: "KTP asli diperlihatkan" };
    const answer = await exportRecord(supervisor, input, { requestId: "test", locale: "id" });
    if (!answer.ok) throw new Error(answer.code);
    const [, json = ""] = /id="record">([\s\S]*?)<\/script>/.exec(answer.value.html) ?? [];
    return (JSON.parse(json) as ApplicantRecord).visits[0];
  };
  const held = await copy();
  expect(held?.voucher?.receipts).toMatchObject([{ signature: "HELD", by: "supervisor", item: "Payung" }]);
  expect(held?.looks.map(({ what }) => what)).toContain("SIGNATURE");
  later();
  expect(await removePersonalData(false)).toMatchObject({ run: { signatures: 1, tickets: 1, vouchers: 1 } });
  const [after] = await receiptRows(voucherId);
  expect(after).toEqual({
    ...before,
    signature: { ...before?.signature, sealed: null, removedAt: after?.signature?.removedAt },
  });
  expect(after?.signature?.removedAt).not.toBeNull();
  expect((await copy())?.voucher?.receipts).toMatchObject([{ signature: "REMOVED" }]);
});
