import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeHead } from "@/lib/audit/daily-head";
import { backupTroubles, lastBackupAt } from "@/lib/office/backups/last-backup";
import { checkBackup, restoreBackup } from "@/lib/office/backups/restore-backup";
import { takeBackup, type TakenBackup } from "@/lib/office/backups/take-backup";
import { backupName } from "@/lib/platform/backup/rotation";
import { closeDatabase, reader } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { ingestTickets } from "@/lib/queue/ingest";
import { scan } from "../support/kiosk";
import { kind, officeTime, useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";
import { asOutsider, emptyDatabases, type Target } from "./empty-database";

const office = useTestDatabase();
const databases = emptyDatabases();
let identity: string;
let folder: string;

/** Every row of every table, but what a backup and a restore themselves write. */
async function everything(target: Target): Promise<Record<string, unknown[]>> {
  return asOutsider(target, async (db) => {
    const list =
      kind === "sqlite"
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'";
    const names = (await db.rows(list)).map(({ name }) => String(name)).sort();
    const all: Record<string, unknown[]> = {};
    for (const name of names) {
      const rows = (await db.rows(`SELECT * FROM "${name}"`)).map((row) => JSON.stringify(row)).sort();
      all[name] = rows.filter((row) => !/"backup\.|^\{"id":1,"seq"/.test(row));
    }
    return all;
  });
}

/** Points this process at another database, as a new machine's .env would. */
async function pointAt(target: Target): Promise<void> {
  await closeDatabase();
  process.env.DATABASE_URL = target.kind === "sqlite" ? `file:${target.file}` : target.url;
  forgetEnvironment();
}

async function backUp(): Promise<TakenBackup> {
  const taken = await takeBackup("NOW");
  if (typeof taken === "string") throw new Error(taken);
  return taken;
}

beforeEach(async () => {
  identity = await generateX25519Identity();
  folder = path.join(mkdtempSync(path.join(tmpdir(), "janji-backups-")), "backups");
  process.env.JANJI_BACKUP_DIR = folder;
  process.env.JANJI_BACKUP_RECIPIENTS = await identityToRecipient(identity);
  process.env.JANJI_AUDIT_HEADS = path.join(path.dirname(folder), "heads.txt");
  forgetEnvironment();
  officeTime("10:30");
  await ingestTickets(
    [1, 2, 3, 4, 5].map((number) => ticket(number)),
    { kind: "DEMO" },
  );
  for (const number of [1, 2, 3]) await scan(number);
});

afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
  for (const name of ["JANJI_BACKUP_DIR", "JANJI_BACKUP_RECIPIENTS", "JANJI_AUDIT_HEADS"])
    Reflect.deleteProperty(process.env, name);
});

describe("a backup", () => {
  test("brought back into an empty database is the office, row by row, with a sound chain", async () => {
    const taken = await backUp();
    const before = await everything(office.target());
    const target = await databases.next();
    await pointAt(target);
    const { finding, manifest, secret } = await restoreBackup(taken.archive, identity);
    expect(finding).toBeNull();
    expect(secret).toBe(process.env.JANJI_SECRET);
    expect(manifest.tables.vouchers).toBe(3);
    expect(await everything(target)).toEqual(before);
    // It is an office that goes on: the next number follows, and the chain with it.
    expect(await scan(4)).toMatchObject({ outcome: "ELIGIBLE", slip: { number: "K-004" } });
  });

  test("taken while kiosks and the feed write is one instant: every voucher in it is whole", async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => 100 + index);
    await ingestTickets(
      numbers.map((number) => ticket(number)),
      { kind: "DEMO" },
    );
    const [taken] = await Promise.all([backUp(), ...numbers.map((number) => scan(number))]);
    const trail = () =>
      reader().auditEvent.findMany({ orderBy: { seq: "asc" }, select: { seq: true, hash: true } });
    const whole = await trail();
    const target = await databases.next();
    await pointAt(target);
    const { finding, manifest } = await restoreBackup(taken.archive, identity);
    expect(finding).toBeNull();
    // Each row's hash covers all before it: a beginning of the office's trail, and behind it the restore's own row.
    const beginning = (await trail()).slice(0, -1);
    expect(beginning.length).toBeGreaterThan(0);
    expect(beginning).toEqual(whole.slice(0, beginning.length));
    const vouchers = await reader().voucher.findMany({
      include: { steps: true, decisions: true },
      orderBy: { seq: "asc" },
    });
    const issued = await reader().auditEvent.count({ where: { action: "voucher.issued" } });
    expect(issued).toBe(vouchers.length);
    expect(vouchers).toHaveLength(manifest.tables.vouchers ?? -1);
    expect(vouchers.map(({ seq }) => seq)).toEqual(vouchers.map((_, index) => index + 1));
    for (const voucher of vouchers) expect([voucher.steps.length, voucher.decisions.length]).toEqual([3, 1]);
  });

  test("shows nothing to whoever takes it away, and leaves nothing in the clear behind", async () => {
    const { archive } = await backUp();
    const bytes = readFileSync(archive).toString("latin1");
    for (const word of ["Contoh Pemohon", "SQLite format", "PGDMP", "manifest"])
      expect(bytes).not.toContain(word);
    const left = readdirSync(process.env.JANJI_DATA_DIR ?? "").filter((name) => name.startsWith("."));
    expect(left).toEqual([]);
    const other = await generateX25519Identity();
    await expect(checkBackup(archive, other)).rejects.toMatchObject({ code: "KEY" });
  });

  test("is recorded, and made once a day however many processes ask", async () => {
    const all = await Promise.all([takeBackup("DUE"), takeBackup("DUE"), takeBackup("DUE")]);
    expect(all.filter((one) => typeof one !== "string")).toHaveLength(1);
    expect(await takeBackup("DUE")).toBe("NOT_DUE");
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await reader().auditEvent.count({ where: { action: "backup.taken" } })).toBe(1);
    expect(await lastBackupAt()).not.toBeNull();
    expect(await backupTroubles()).toEqual([]);
  });

  test("lets old ones and half ones go, and nothing else in the folder", async () => {
    mkdirSync(folder, { recursive: true });
    const [old, ...fresh] = [60, 1, 0.5].map((days) => backupName(new Date(Date.now() - days * 86_400_000)));
    const names = [`${old}`, `${old}.partial`, ...fresh, "notes.txt"];
    for (const name of names) writeFileSync(path.join(folder, name), "x");
    const taken = await backUp();
    expect(taken.removed).toEqual([old]);
    expect(readdirSync(folder).sort()).toEqual([path.basename(taken.archive), ...fresh, "notes.txt"].sort());
  });

  test("clears away what an interrupted restore left in the clear, a day later", async () => {
    const dataDir = process.env.JANJI_DATA_DIR ?? "";
    const [left, atWork] = [".restore-left", ".restore-at-work"].map((name) => path.join(dataDir, name));
    for (const one of [left, atWork]) mkdirSync(one ?? "");
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(left ?? "", yesterday, yesterday);
    await backUp();
    expect([left, atWork].map((one) => existsSync(one ?? ""))).toEqual([false, true]);
    rmSync(atWork ?? "", { recursive: true });
  });

  test("that cannot be written leaves the old ones and no half one", async () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, "a file where the folder should be");
    await expect(takeBackup("NOW")).rejects.toThrow();
    expect(readdirSync(path.dirname(folder))).toEqual(["backups"]);
    expect(await reader().auditEvent.count({ where: { action: "backup.taken" } })).toBe(0);
    // The lease was given back: the next try need not wait.
    rmSync(folder);
    await backUp();
  });
});

describe("bringing back", () => {
  test("never writes over an office that is there", async () => {
    const { archive } = await backUp();
    const before = await everything(office.target());
    await expect(restoreBackup(archive, identity)).rejects.toMatchObject({ code: "NOT_EMPTY" });
    expect(await everything(office.target())).toEqual(before);
  });

  test.each([
    ["cut off", (file: string) => truncateSync(file, Math.floor(readFileSync(file).length * 0.7))],
    [
      "changed by one bit",
      (file: string) => {
        const bytes = readFileSync(file);
        const middle = Math.floor(bytes.length / 2);
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
  ])("refuses an archive that was %s, and leaves the database empty", async (_, damage) => {
    const { archive } = await backUp();
    await checkBackup(archive, identity);
    damage(archive);
    const target = await databases.next();
    await pointAt(target);
    await expect(restoreBackup(archive, identity)).rejects.toMatchObject({ code: "DAMAGED" });
    if (target.kind === "sqlite") expect(existsSync(target.file)).toBe(false);
    else expect(await everything(target)).toEqual({});
  });

  test("an older day's backup is told from the file of daily heads: rows after it are gone", async () => {
    const { archive } = await backUp();
    await scan(4);
    await writeHead({ office: "Kantor contoh", day: "2026-11-24" }, "NEWER");
    await pointAt(await databases.next());
    const { finding } = await restoreBackup(archive, identity);
    expect(finding).toMatchObject({ kind: "MISSING" });
  });
});
