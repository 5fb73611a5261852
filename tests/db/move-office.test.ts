import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { verifyChain } from "@/lib/audit/verify-chain";
import { moveOffice } from "@/lib/office/move/move-office";
import { openOffice } from "@/lib/office/open-office";
import { changeSettings, readSettings } from "@/lib/office/settings";
import { sqliteAdapter } from "@/lib/platform/adapters";
import { closeDatabase, reader, sharedCounters, type Reader } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { Prisma, PrismaClient } from "@/lib/platform/generated/sqlite/client";
import { migrate } from "@/lib/platform/migrate";
import { takeBack } from "@/lib/platform/move/source";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { officeTime, useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";

useTestDatabase({ open: false });

const folder = mkdtempSync(path.join(tmpdir(), "janji-move-"));
const file = path.join(folder, "janji.db");
const outcomes: string[] = [];
const SIGNATURE = Buffer.from([0, 255, 13, 10, 34, 92, 128]);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function at<T>(url: string | undefined, work: () => Promise<T>): Promise<T> {
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = url;
  forgetEnvironment();
  await closeDatabase();
  try {
    return await work();
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = before;
    forgetEnvironment();
  }
}

/** Something of every type: instants with milliseconds, flags, texts with awkward signs, JSON, bytes, a row that refers to its own table. */
beforeAll(async () => {
  Object.assign(process.env, { JANJI_MODE: "demo", JANJI_DATA_DIR: folder });
  process.env.JANJI_SECRET = "a secret for tests only, longer than needed";
  await at(`file:${file}`, async () => {
    await migrate({ kind: "sqlite", file });
    await openOffice();
    officeTime("10:30");
    await assertInstallationMode();
    const people = [1, 2, 3].map((number) =>
      ticket(number, { applicantName: `Contoh Pemohon ${number}`, underReview: number === 3 }),
    );
    await ingestTickets(people, { kind: "DEMO" });
    for (const number of [1, 2, 3]) outcomes.push((await scan(number)).outcome);
    const settings = await readSettings(reader());
    await changeSettings({ ...settings, sessions: { idleMinutes: 44 } }, { kind: "SYSTEM" }, "test");
  });
  expect(outcomes).toEqual(["ELIGIBLE", "ELIGIBLE", "SEE_OFFICER"]);
  const db = new Database(file);
  const voucher = db.prepare("SELECT id FROM vouchers ORDER BY seq").pluck().get() as string;
  db.exec(`INSERT INTO receipts (id, voucherId, held, seq, number, wording, settingsVersion, apologyGiven, apologyAt,
      apologyById, souvenir, souvenirAt, souvenirById, signedAt, witnessId)
    VALUES ('r1', '${voucher}', '${voucher}', 1, 'TT-1', 1, 1, 1, '2026-11-24T03:31:00.007+00:00', 'a', 'RECEIVED',
      '2026-11-24 03:32:00', 'a', 1795767702078, 'a');
    INSERT INTO souvenirs (id, name, nameKey, stock, lowMark, createdAt, updatedAt)
    VALUES ('s1', 'Piagam "besar" \\ — é 😀' || char(10, 9) || 'baru', 'piagam', 1, 1, '2026-11-24T03:31:00.000+00:00', '2026-11-24T03:31:00.000+00:00');
    INSERT INTO souvenir_movements (id, souvenirId, kind, change, stockAfter, at, undoesId)
    VALUES ('z-first', 's1', 'HANDED_OUT', -1, 0, '2026-11-24T03:31:00.000+00:00', NULL),
      ('a-second', 's1', 'TAKEN_BACK', 1, 1, '2026-11-24T03:31:01.000+00:00', 'z-first');`);
  db.prepare("INSERT INTO receipt_signatures (receiptId, sealed) VALUES ('r1', ?)").run(SIGNATURE);
  db.close();
});

/** Every row of every table as the product reads it, in no order of the database's. */
async function everything(client: Reader): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const model of Object.keys(Prisma.ModelName)) {
    // Two marks are one database's own: that it was left, and that the other was moved to.
    if (["Duty", "RateLimit", "AuditHead"].includes(model)) continue;
    const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as "ticket";
    const rows = (await client[name].findMany()).map((row) => JSON.stringify(row));
    all[model] = rows.filter((row) => !/moved-to-postgres|database\.moved/.test(row)).sort();
  }
  return all;
}

const quiet = () => undefined;

test("an office moves with every row, is not moved twice, and goes on with its next numbers", async () => {
  const copy = path.join(folder, "copy.db");
  const open = new Database(file);
  open.pragma("journal_mode = WAL");
  open.prepare("SELECT count(*) FROM tickets").get();
  await expect(moveOffice(file, quiet)).rejects.toMatchObject({ code: "SERVED" });
  open.pragma("wal_checkpoint(TRUNCATE)");
  open.close();
  copyFileSync(file, copy);
  expect(await reader().ticket.count()).toBe(0);

  const told = new Map<string, number>();
  expect(await moveOffice(file, (table, rows) => told.set(table, rows))).toBeNull();
  expect([told.get("tickets"), told.get("receipt_signatures"), told.get("souvenir_movements")]).toEqual([
    3, 1, 2,
  ]);

  const left = new PrismaClient({ adapter: sqliteAdapter(file, { readOnly: true }) });
  expect(await everything(reader())).toEqual(await everything(left));
  await left.$disconnect();
  expect(Buffer.from((await reader().receiptSignature.findFirstOrThrow()).sealed ?? [])).toEqual(SIGNATURE);
  const receipt = await reader().receipt.findFirstOrThrow();
  expect([receipt.apologyAt, receipt.souvenirAt, receipt.signedAt].map((when) => when.getTime())).toEqual([
    Date.parse("2026-11-24T03:31:00.007Z"),
    Date.parse("2026-11-24T03:32:00Z"),
    1795767702078,
  ]);
  expect((await verifyChain()).finding).toBeNull();

  await expect(moveOffice(file, quiet)).rejects.toMatchObject({ code: "MOVED" });
  await expect(moveOffice(copy, quiet)).rejects.toMatchObject({ code: "NOT_EMPTY" });
  await at(`file:${file}`, () => expect(assertInstallationMode()).rejects.toThrow("moved to PostgreSQL"));
  expect(takeBack(file)).not.toBeNull();
  await at(`file:${file}`, () => assertInstallationMode());

  officeTime("10:30");
  await ingestTickets([ticket(4)], { kind: "DEMO" });
  const last = await reader().voucher.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(await scan(4)).toMatchObject({ slip: { number: `K-00${last.seq + 1}` } });
  const settings = await readSettings(reader());
  expect(settings.sessions.idleMinutes).toBe(44);
  expect(await changeSettings(settings, { kind: "SYSTEM" }, "test")).toBe(3);
});

test("triggers guard what has arrived as they guarded it before", async () => {
  const again = path.join(folder, "again.db");
  copyFileSync(path.join(folder, "copy.db"), again);
  await moveOffice(again, quiet);
  await expect(sharedCounters()?.query("DELETE FROM audit_events")).rejects.toThrow("append-only");
  await expect(sharedCounters()?.query("UPDATE souvenirs SET stock = -1")).rejects.toThrow("below zero");
});
