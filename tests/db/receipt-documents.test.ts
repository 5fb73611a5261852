import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/office/default-settings";
import { changeSettings } from "@/lib/office/settings";
import { reader, writeTransaction } from "@/lib/platform/database";
import { lookAtSignature } from "@/lib/register/receipts/queries";
import { readReceiptDocument } from "@/lib/register/receipts/read-document";
import { writeReceiptPdf } from "@/lib/register/receipts/receipt-pdf";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { undoStep } from "@/lib/vouchers/undo-step";
import { newKey } from "../support/keys";
import { pdfPages } from "../support/pdf-text";
import { givenStaff } from "../support/staff";
import { officeTime, useTestDatabase } from "../support/test-database";
import { sign, validReceipt } from "./receipt-given";
import { givenVoucher, tap } from "./tablet-given";

useTestDatabase();

let officer: StaffContext;
let supervisor: StaffContext;
let id: string;

beforeEach(async () => {
  officer = await givenStaff("officer", "Petugas Contoh");
  supervisor = await givenStaff("supervisor", "Penyelia Contoh");
  id = await givenVoucher(1, { applicantName: "Pemohon Rekaan" });
  await tap(officer, id, "APOLOGY");
  await tap(officer, id, "SOUVENIR");
  officeTime("10:42");
});

const pdfOf = async (by: StaffContext, receiptId: string, withPicture = false) => {
  const answer = await readReceiptDocument(by, receiptId, { withPicture });
  if (!answer.ok) throw new Error(answer.code);
  const bytes = await writeReceiptPdf(answer.value);
  return { bytes, pages: await pdfPages(bytes) };
};
const looks = async (by: StaffContext) =>
  (await reader().auditEvent.findMany({ where: { actorId: by.account.id }, orderBy: { seq: "asc" } }))
    .map(({ action }) => action)
    .filter((action) => /^(receipt|signature)\.viewed$/.test(action));

describe("the receipt's pages", () => {
  test("say what was given, by whom, when and on what basis, once for the applicant and once for the office", async () => {
    await sign(officer, id);
    const { pages } = await pdfOf(officer, (await validReceipt(id)).id);
    expect(pages).toHaveLength(2);
    const { bookingLast4, queueNumber, legalBasis } = await reader().voucher.findUniqueOrThrow({
      where: { id },
    });
    for (const page of pages) {
      for (const words of [
        "KANTOR IMIGRASI BLITAR KELAS II NON TPI",
        "Nomor: K-001/TT-JANJI/20261124",
        "Nomor voucher K-001",
        `Nomor antrian ${queueNumber}`,
        `permohonan ${bookingLast4 ?? ""}`,
        "Selasa, 24 November 2026",
        "Saya telah menerima permintaan maaf dari kantor.",
        "Saya telah menerima cendera mata: Payung.",
        "oleh Petugas Contoh",
        "Blitar, 24 November 2026",
        "Ditandatangani secara elektronik pada 24 November 2026 pukul 10.42 WIB",
        legalBasis.slice(0, 30),
      ])
        expect(page).toContain(words);
      expect(page).not.toContain("Pemohon Rekaan");
    }
    expect(pages[0]).toContain("Lembar untuk pemohon");
    expect(pages[1]).toContain("Lembar untuk kantor");
    expect(await looks(officer)).toEqual(["receipt.viewed"]);
  });

  test("hold the signature only where it was asked for by somebody who may, and that look is recorded", async () => {
    await sign(officer, id);
    const { id: receiptId } = await validReceipt(id);
    const [plain, signed] = [await pdfOf(supervisor, receiptId), await pdfOf(supervisor, receiptId, true)];
    expect(signed.bytes.length).toBeGreaterThan(plain.bytes.length + 1000);
    expect(signed.pages[0]).toContain("Ditandatangani 24 November 2026 pukul 10.42 WIB");
    expect(await looks(supervisor)).toEqual(["receipt.viewed", "signature.viewed"]);
  });

  test("leave room for a thumb, and name the witness where nobody could sign", async () => {
    await sign(officer, id, { signature: { unsigned: "THUMBPRINT" } });
    expect((await pdfOf(officer, (await validReceipt(id)).id)).pages[0]).toContain("Cap jempol");
    await undoStep(officer, { voucherId: id, step: "APOLOGY", key: newKey() }, "test");
    await tap(officer, id, "APOLOGY");
    await sign(officer, id, { signature: { unsigned: "UNABLE" } });
    const [page] = (await pdfOf(officer, (await validReceipt(id)).id)).pages;
    expect(page).toContain("Pemohon tidak dapat menandatangani. Disaksikan petugas");
    expect(page).toContain("K-001/TT-JANJI/20261124-2");
  });

  test("say that the receipt no longer holds, and keep the letterhead of the day it was signed", async () => {
    await sign(officer, id);
    const { id: receiptId } = await validReceipt(id);
    const letterhead = { ...DEFAULT_SETTINGS.letterhead, address: "Jalan Baru 2" };
    await changeSettings({ ...DEFAULT_SETTINGS, letterhead }, { kind: "SYSTEM" }, "test");
    await undoStep(officer, { voucherId: id, step: "SOUVENIR", key: newKey() }, "test");
    const { pages } = await pdfOf(officer, receiptId);
    expect(pages[0]).toContain("Dibatalkan pada 24 November 2026 pukul 10.42 WIB");
    expect(pages[0]).not.toContain("Jalan Baru");
  });

  test("say that the signature was removed when its time was over", async () => {
    await sign(officer, id);
    const { id: receiptId } = await validReceipt(id);
    const removed = async (day: string) => {
      officeTime("12:00", day);
      const outcome = await removePersonalData(false);
      return "run" in outcome ? outcome.run.signatures : outcome.end;
    };
    expect(await removed("2027-02-22")).toBe(0);
    expect(await removed("2027-02-23")).toBe(1);
    expect((await validReceipt(id)).signature).toMatchObject({ sealed: null });
    expect(await lookAtSignature(supervisor, receiptId)).toMatchObject({ code: "SIGNATURE_REMOVED" });
    expect((await pdfOf(supervisor, receiptId, true)).pages[1]).toContain(
      "Tanda tangan telah dihapus sesuai masa simpan.",
    );
  });
});

describe("a look at a signature", () => {
  test("is recorded, and shows curves", async () => {
    await sign(officer, id);
    const { id: receiptId } = await validReceipt(id);
    const answer = await lookAtSignature(supervisor, receiptId);
    expect(answer.ok && answer.value.curves.length).toBeGreaterThan(20);
    expect(await looks(supervisor)).toEqual(["signature.viewed"]);
  });

  test("shows nothing where the signature belongs to another receipt", async () => {
    await sign(officer, id);
    const second = await givenVoucher(2);
    await tap(officer, second, "APOLOGY");
    await tap(officer, second, "SOUVENIR");
    await sign(officer, second, { signature: { unsigned: "UNABLE" } });
    const { sealed } = (await validReceipt(id)).signature ?? {};
    const { id: receiptId } = await validReceipt(second);
    await writeTransaction((tx) =>
      tx.receiptSignature.create({ data: { receiptId, sealed: Uint8Array.from(sealed ?? []) } }),
    );
    expect(await lookAtSignature(supervisor, receiptId)).toMatchObject({ code: "SIGNATURE_UNREADABLE" });
    expect(await lookAtSignature(supervisor, "no-such-receipt")).toMatchObject({ code: "UNKNOWN_RECEIPT" });
  });

  test("finds none where nobody signed", async () => {
    await sign(officer, id, { signature: { unsigned: "DECLINED" } });
    expect(await lookAtSignature(supervisor, (await validReceipt(id)).id)).toMatchObject({
      code: "NO_SIGNATURE",
    });
  });
});
