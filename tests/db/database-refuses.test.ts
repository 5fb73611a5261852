import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import type { Voucher } from "@/lib/platform/generated/sqlite/client";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";

useTestDatabase();

let issued: Voucher;
let otherTicketId: string;

beforeEach(async () => {
  await ingestTickets([ticket(1), ticket(2)], { kind: "DEMO" });
  await scan(1);
  issued = await reader().voucher.findFirstOrThrow();
  otherTicketId = (await reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: "T-2" } })).id;
});

/** A voucher row that collides with the issued one in nothing but `same`. */
const anotherVoucher = (tx: Tx, same: Partial<Voucher> = {}) =>
  tx.voucher.create({
    data: {
      ...issued,
      id: randomUUID(),
      ticketId: otherTicketId,
      applicantRef: randomUUID(),
      seq: issued.seq + 1,
      number: "K-002",
      tokenHash: randomUUID(),
      shortCode: "ZZZZ9999",
      ...same,
    },
  });

/** Runs a write that the database itself must refuse, and shows that it left nothing. */
async function expectRefused(write: (tx: Tx) => Promise<unknown>): Promise<void> {
  const fault: unknown = await writeTransaction(write).then(
    () => "it was written",
    (thrown: unknown) => thrown,
  );
  expect(isDuplicate(fault), String(fault)).toBe(true);
}

test("a row that differs in everything is taken, so that what follows is refused for one reason", async () => {
  await writeTransaction((tx) => anotherVoucher(tx));
  expect(await reader().voucher.count()).toBe(2);
});

describe("the database itself refuses", () => {
  const collisions: [string, (voucher: Voucher) => Partial<Voucher>][] = [
    ["a second voucher for an applicant on a date", ({ applicantRef }) => ({ applicantRef })],
    ["a second voucher for a ticket", ({ ticketId }) => ({ ticketId })],
    ["a number twice on a date", ({ number }) => ({ number })],
    ["a place in the series twice on a date", ({ seq }) => ({ seq })],
    ["a short code twice on a date", ({ shortCode }) => ({ shortCode })],
    ["a QR token twice", ({ tokenHash }) => ({ tokenHash })],
  ];
  test.each(collisions)("%s", async (_what, same) => {
    await expectRefused((tx) => anotherVoucher(tx, same(issued)));
    expect(await reader().voucher.count()).toBe(1);
  });

  test("the same copy of a slip twice", async () => {
    const copy = { kind: "VOUCHER", voucherId: issued.id, createdAt: issued.issuedAt } as const;
    await expectRefused((tx) => tx.printJob.create({ data: { ...copy, copy: 1 } }));
    await writeTransaction((tx) => tx.printJob.create({ data: { ...copy, copy: 2 } }));
    expect(await reader().printJob.count()).toBe(2);
  });

  test("a second row for a voucher's step", async () => {
    await expectRefused((tx) => tx.voucherStep.create({ data: { voucherId: issued.id, step: "SOUVENIR" } }));
    expect(await reader().voucherStep.count()).toBe(3);
  });

  test("a second ticket under the source's id", async () => {
    await expectRefused(async (tx) => {
      const stored = await tx.ticket.findUniqueOrThrow({ where: { sourceTicketId: "T-1" } });
      await tx.ticket.create({ data: { ...stored, id: randomUUID() } });
    });
  });
});

test("a number, a place and a short code may come again on another date", async () => {
  const { number, seq, shortCode, applicantRef } = issued;
  const same = { number, seq, shortCode, applicantRef, serviceDate: "2026-11-25" };
  await writeTransaction((tx) => anotherVoucher(tx, same));
  expect(await reader().voucher.count()).toBe(2);
});

test("evidence holds on to what it tells of: neither voucher nor ticket can be removed", async () => {
  await expect(writeTransaction((tx) => tx.voucher.delete({ where: { id: issued.id } }))).rejects.toThrow();
  await expect(
    writeTransaction((tx) => tx.ticket.delete({ where: { id: issued.ticketId } })),
  ).rejects.toThrow();
  expect(await reader().voucher.count()).toBe(1);
});
