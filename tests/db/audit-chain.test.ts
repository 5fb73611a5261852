import { expect, test } from "vitest";
import { appendAudit } from "@/lib/audit/append";
import { verifyChain } from "@/lib/audit/verify-chain";
import { reader, writeTransaction } from "@/lib/platform/database";
import { kind, useTestDatabase } from "../support/test-database";
import { insert, trail, write } from "./audit-given";
import { asOutsider } from "./empty-database";

const { target } = useTestDatabase();

/** The office's opening wrote the first two. */
const OPENING = 2;
const numbers = async () =>
  (await reader().auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ seq }) => seq);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test("rows of one transaction follow each other in the order of their calls", async () => {
  await write(4);
  await write();
  expect(await numbers()).toEqual(upTo(OPENING + 5));
  const rows = await reader().auditEvent.findMany({
    where: { seq: { gt: OPENING } },
    orderBy: { seq: "asc" },
  });
  expect(rows.map(({ data }) => (JSON.parse(data) as { copy: number }).copy)).toEqual([0, 1, 2, 3, 0]);
  expect(await verifyChain()).toMatchObject({ finding: null, rows: OPENING + 5 });
});

test("eighty transactions at once, every third of them taken back, leave no gap and one order", async () => {
  const ended = await Promise.allSettled(
    upTo(80).map((number) =>
      writeTransaction(async (tx) => {
        const subject = { kind: "voucher", id: String(number) };
        const event = {
          actor: { kind: "SYSTEM" },
          action: "voucher.issued",
          subject,
          requestId: "x",
        } as const;
        await appendAudit(tx, event);
        await tx.installationFact.create({ data: { key: `n-${number}`, value: "x" } });
        await appendAudit(tx, event);
        if (number % 3 === 0) throw new RangeError("changed my mind");
      }),
    ),
  );
  const kept = ended.filter(({ status }) => status === "fulfilled").length;
  expect(kept).toBe(80 - 26);
  expect(await numbers()).toEqual(upTo(OPENING + 2 * kept));
  const rows = await reader().auditEvent.findMany({ orderBy: { seq: "asc" } });
  // What one transaction wrote stands together, and a later number never has an earlier instant.
  for (let row = OPENING; row < rows.length; row += 2)
    expect(rows[row]?.subjectId).toBe(rows[row + 1]?.subjectId);
  const instants = rows.map(({ at }) => at.getTime());
  expect(instants).toEqual([...instants].sort((one, other) => one - other));
  expect(await verifyChain()).toMatchObject({ finding: null, rows: rows.length });
});

test("a transaction whose audit row cannot be written leaves nothing of its change", async () => {
  const change = writeTransaction(async (tx) => {
    const subject = { kind: "voucher", id: "1" };
    await appendAudit(tx, { actor: { kind: "SYSTEM" }, action: "voucher.issued", subject, requestId: "x" });
    await tx.installationFact.create({ data: { key: "change", value: "x" } });
    await tx.$executeRawUnsafe(`UPDATE "audit_head" SET "id" = 1, "hash" = NULL`);
  });
  await expect(change).rejects.toThrow();
  expect(await reader().installationFact.count({ where: { key: "change" } })).toBe(0);
  expect(await numbers()).toEqual(upTo(OPENING));
});

test("a row is taken by writeTransaction only, whose end it waits for", async () => {
  const { auditEvent } = reader();
  const event = { actor: { kind: "SYSTEM" }, action: "voucher.issued", requestId: "x" } as const;
  const outside = appendAudit({ auditEvent } as never, { ...event, subject: { kind: "voucher", id: "1" } });
  await expect(outside).rejects.toThrow("writeTransaction");
});

test("text that no database can store as it is, is hashed as it is stored", async () => {
  const odd = ["\ud800", "a\udc00b", "é e\u0301 日本 🛂", `"','\\`, ""];
  for (const id of odd) {
    const event = { action: "voucher.viewed", subject: { kind: "voucher", id }, requestId: id } as const;
    await writeTransaction((tx) => appendAudit(tx, { ...event, actor: { kind: "KIOSK", id }, data: { id } }));
  }
  expect(await verifyChain()).toMatchObject({ finding: null, rows: OPENING + odd.length });
});

test("the database itself takes a row at the chain's end only, and lets the head go on only", async () => {
  await asOutsider(target(), async (db) => {
    const [first] = await trail(db);
    if (!first) throw new Error("no rows");
    for (const seq of [OPENING, OPENING + 2, 0, -1, 1_000_000])
      await expect(insert(db, { ...first, seq }), String(seq)).rejects.toThrow(/its head only/);
    for (const forgery of [
      "UPDATE audit_head SET seq = seq - 1",
      "DELETE FROM audit_head",
      ...(kind === "postgres" ? ["TRUNCATE audit_head"] : []),
    ])
      await expect(db.run(forgery), forgery).rejects.toThrow("append-only");
  });
  expect(await verifyChain()).toMatchObject({ finding: null, rows: OPENING });
});
