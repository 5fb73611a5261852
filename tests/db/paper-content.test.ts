import { expect, test } from "vitest";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { PrintJobKind } from "@/lib/platform/generated/sqlite/client";
import { paperContent } from "@/lib/vouchers/paper-content";
import { printPromise } from "@/lib/vouchers/souvenirs/print-promise";
import { voucherToken } from "@/lib/vouchers/tokens";
import { undoStep } from "@/lib/vouchers/undo-step";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, officeTime, TUESDAY, useTestDatabase } from "../support/test-database";
import { givenItem } from "./souvenir-given";
import { givenTicket, givenVoucher, tap, trailOf } from "./tablet-given";

useTestDatabase();

const printer = () =>
  writeTransaction((tx) =>
    tx.printer.create({
      data: { name: "Printer pintu masuk", host: "127.0.0.1", port: 9100, paperWidth: "80" },
    }),
  );
const jobOf = (kind: PrintJobKind) => reader().printJob.findFirstOrThrow({ where: { kind } });

test("a voucher's slip comes out as the kiosk shows it, until it is withheld or lapses", async () => {
  const id = await givenVoucher(1);
  const shown = await scan(1);
  const job = await jobOf("VOUCHER");
  const stand = await printer();
  expect(await paperContent(job, stand)).toEqual({
    slip: "slip" in shown && shown.slip,
    qrText: voucherToken(id),
  });
  await withholdVoucher(await givenStaff(), { voucherId: id, reason: "Contoh", key: newKey() }, "t");
  expect(await paperContent(job, stand)).toBeNull();
  await writeTransaction((tx) => tx.voucher.update({ where: { id }, data: { state: "LAPSED" } }));
  expect(await paperContent(job, stand)).toBeNull();
  await writeTransaction((tx) => tx.voucher.update({ where: { id }, data: { state: "COMPLETED" } }));
  expect(await paperContent(job, stand)).not.toBeNull();
  expect(await paperContent({ ...job, voucherId: null }, stand)).toBeNull();
});

test("a direction slip holds the date and time of its asking, though it comes out after midnight", async () => {
  await givenTicket(1, { underReview: true });
  officeTime("23:59");
  await scan(1);
  officeTime("00:01", "2026-11-25");
  expect(await paperContent(await jobOf("DIRECTION"), await printer())).toMatchObject({
    slip: { kind: "DIRECTION", serviceDate: TUESDAY, issuedAt: at("23:59").getTime() },
  });
});

test("a test slip names its printer", async () => {
  await givenTicket(1, { underReview: true });
  await scan(1);
  const job = { ...(await jobOf("DIRECTION")), kind: "TEST" as const };
  expect(await paperContent(job, await printer())).toMatchObject({
    slip: { kind: "TEST", printerName: "Printer pintu masuk" },
  });
});

test("a promise's slip is asked for by an officer, on a printer that stands, and not once it was taken back", async () => {
  const [officer, supervisor] = [await givenStaff(), await givenStaff("supervisor")];
  await givenItem(supervisor, "Ransel", 0);
  const id = await givenVoucher(1);
  await tap(officer, id, "SOUVENIR", { item: "Ransel", promised: true });
  const { id: promiseId, shortCode } = await reader().souvenirPromise.findFirstOrThrow();
  const print = (printerId?: string) =>
    printPromise(officer, { promiseId, printerId, key: newKey() }, "req-9");
  expect(await print("no such printer")).toEqual({ ok: false, code: "UNKNOWN_PRINTER" });
  expect(await print()).toMatchObject({
    ok: true,
    value: {
      printedBy: "BROWSER",
      slip: {
        ...{ kind: "PROMISE", item: "Ransel", number: "K-001", serviceDate: TUESDAY, shortCode },
        promisedAt: at("10:30").getTime(),
      },
    },
  });
  expect((await trailOf(promiseId)).slice(1)).toEqual([
    ["OFFICER", officer.account.id, "print.requested", "souvenir-promise", "req-9", { copy: 1 }],
  ]);
  const job = await jobOf("PROMISE");
  expect(job).toMatchObject({ promiseId, byId: officer.account.id, printerId: null });
  const stand = await printer();
  expect(await paperContent(job, stand)).toMatchObject({ qrText: `JNJP${shortCode}` });
  expect(await paperContent({ ...job, promiseId: null }, stand)).toBeNull();
  await undoStep(officer, { voucherId: id, step: "SOUVENIR", key: newKey() }, "t");
  expect(await paperContent(job, stand)).toBeNull();
  expect(await print()).toEqual({ ok: false, code: "UNKNOWN_PROMISE" });
});
