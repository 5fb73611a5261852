import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { writeHead } from "@/lib/audit/daily-head";
import { verifyChain } from "@/lib/audit/verify-chain";
import { auditHash } from "@/lib/platform/audit-hash";
import { environment } from "@/lib/platform/environment";
import { kind, useTestDatabase } from "../support/test-database";
import { forge, insert, rewrite, trail, write } from "./audit-given";

const { target } = useTestDatabase();

/** The office's opening has written two rows; with these there are twelve. */
beforeEach(async () => {
  rmSync(environment().auditHeads, { force: true });
  await write(3);
  for (let each = 0; each < 7; each += 1) await write();
});

const finding = async () => (await verifyChain()).finding;
const head = (day: string) => writeHead({ office: "Kantor Contoh", day }, "DAILY");

test("a trail that nobody touched is sound", async () => {
  expect(await verifyChain()).toMatchObject({ finding: null, rows: 12, seq: 12, heads: null });
  await head("2026-11-24");
  await write(2);
  const { finding: found, rows, heads, lastHead } = await verifyChain();
  expect([found, rows, heads]).toEqual([null, 14, 1]);
  expect(lastHead).toMatchObject({ day: "2026-11-24", seq: 12, office: "Kantor Contoh" });
});

const forgedHead = (set: string) => forge(target(), (db) => db.run(`UPDATE audit_head SET ${set}`));

describe("found, and the first bad row is named", () => {
  const other = kind === "sqlite" ? "'2026-01-01T00:00:00.000+00:00'" : "'2026-01-01 00:00:00'";
  const changes: Record<string, string> = {
    at: other,
    ...(kind === "sqlite" ? { actorKind: "'NOBODY'" } : { actorKind: "'FEED'" }),
    actorId: "NULL",
    action: "'voucher.granted'",
    subjectKind: "'x'",
    subjectId: "''",
    data: `'{"copy":1}'`,
    requestId: "'x'",
    hash: "lower(hash) || '0'",
  };
  test.each(Object.entries(changes))("a row whose %s was altered", async (column, value) => {
    await forge(target(), (db) => db.run(`UPDATE audit_events SET "${column}" = ${value} WHERE seq = 7`));
    expect(await finding()).toEqual({ kind: "ALTERED", seq: 7 });
    // The office goes on, and the finding stays.
    await write(2);
    expect(await finding()).toEqual({ kind: "ALTERED", seq: 7 });
  });

  test("a row altered with a right hash of its own", async () => {
    await forge(target(), async (db) => {
      const rows = await trail(db);
      const forged = rows.map((row) => (row.seq === 7 ? { ...row, action: "voucher.granted" } : row));
      await rewrite(db, () => forged.slice(0, 7));
      for (const row of forged.slice(7)) await insert(db, row);
      await db.run(`UPDATE audit_head SET seq = 12, hash = '${rows.at(-1)?.hash ?? ""}'`);
    });
    expect((await finding())?.seq).toBe(8);
  });

  test("a row removed", async () => {
    await forge(target(), (db) => db.run("DELETE FROM audit_events WHERE seq = 5"));
    expect(await finding()).toEqual({ kind: "MISSING", seq: 5, upTo: 5 });
  });

  test("a row removed, and all after it moved up", async () => {
    await forge(target(), async (db) => {
      await db.run("DELETE FROM audit_events WHERE seq = 5");
      for (let seq = 6; seq <= 12; seq += 1)
        await db.run(`UPDATE audit_events SET seq = ${seq - 1} WHERE seq = ${seq}`);
      await db.run("UPDATE audit_head SET seq = 11");
    });
    expect(await finding()).toEqual({ kind: "ALTERED", seq: 5 });
  });

  test("the first rows removed", async () => {
    await forge(target(), (db) => db.run("DELETE FROM audit_events WHERE seq < 3"));
    expect(await finding()).toEqual({ kind: "MISSING", seq: 1, upTo: 2 });
  });

  test("all rows removed, also with the head", async () => {
    await head("2026-11-24");
    await forge(target(), (db) => db.run("DELETE FROM audit_events"));
    expect(await finding()).toEqual({ kind: "MISSING", seq: 1, upTo: 12 });
    await forgedHead("seq = 0");
    expect(await finding()).toEqual({ kind: "MISSING", seq: 1, upTo: 12, day: "2026-11-24" });
  });

  test("a row put in between, with all after it moved down", async () => {
    await forge(target(), async (db) => {
      const rows = await trail(db);
      for (let seq = 12; seq >= 6; seq -= 1)
        await db.run(`UPDATE audit_events SET seq = ${seq + 1} WHERE seq = ${seq}`);
      for (const row of rows.slice(4, 5)) await insert(db, { ...row, seq: 6 });
      await db.run("UPDATE audit_head SET seq = 13");
    });
    expect(await finding()).toEqual({ kind: "ALTERED", seq: 6 });
  });

  test.each([0, -3_000_000_000, 13, 5_000_000_000])("a row put in as number %d", async (seq) => {
    // PostgreSQL's numbers have 32 bits: it refuses the largest itself.
    if (kind === "postgres" && Math.abs(seq) > 2 ** 31) seq = Math.sign(seq) * 2_147_483_647;
    await forge(target(), async (db) => {
      for (const row of (await trail(db)).slice(6, 7)) await insert(db, { ...row, seq });
    });
    expect(await finding()).toEqual({ kind: "INSERTED", seq });
    await write(2);
    expect((await finding())?.seq).toBe(seq);
  });

  test("a row put in at the end with a right hash, after which the office went on", async () => {
    await forge(target(), async (db) => {
      const last = (await trail(db)).slice(-1);
      for (const row of last)
        await insert(db, {
          ...row,
          seq: 13,
          hash: auditHash(row.hash, { ...row, seq: 13 }),
        });
    });
    await write();
    expect(await finding()).toEqual({ kind: "INSERTED", seq: 13 });
  });

  test("two rows swapped", async () => {
    await forge(target(), async (db) => {
      for (const [from, to] of [
        [6, 99],
        [9, 6],
        [99, 9],
      ])
        await db.run(`UPDATE audit_events SET seq = ${to} WHERE seq = ${from}`);
    });
    expect(await finding()).toEqual({ kind: "ALTERED", seq: 6 });
  });

  test("the end cut off, also after the office went on", async () => {
    await forge(target(), (db) => db.run("DELETE FROM audit_events WHERE seq > 10"));
    expect(await finding()).toEqual({ kind: "MISSING", seq: 11, upTo: 12 });
    await write();
    expect(await finding()).toEqual({ kind: "MISSING", seq: 11, upTo: 12 });
  });

  test("the end cut off with the head moved back: the file of heads knows", async () => {
    await head("2026-11-24");
    await forge(target(), (db) => rewrite(db, (rows) => rows.slice(0, 10)));
    expect(await finding()).toEqual({ kind: "MISSING", seq: 11, upTo: 12, day: "2026-11-24" });
  });

  test("the head altered alone", async () => {
    await forgedHead(`hash = '${"a".repeat(64)}'`);
    expect(await finding()).toEqual({ kind: "HEAD", seq: 12 });
    await forge(target(), (db) => db.run("DELETE FROM audit_head"));
    expect(await finding()).toEqual({ kind: "HEAD", seq: 0 });
  });
});

describe("a chain rewritten as a whole, with right hashes", () => {
  const withAnother = (bad: number) =>
    forge(target(), (db) =>
      rewrite(db, (rows) => rows.map((row) => (row.seq === bad ? { ...row, actorId: "another" } : row))),
    );

  test("is sound in itself, and contradicts the file of heads from the first head after the change on", async () => {
    await head("2026-11-24");
    await write(4);
    await head("2026-11-25");
    await write(4);
    await head("2026-11-26");
    await withAnother(15);
    expect(await finding()).toEqual({ kind: "REWRITTEN", seq: 16, after: 12, day: "2026-11-25" });
    const { finding: alone } = await verifyChain({ file: `${environment().auditHeads}.none` });
    expect(alone).toBeNull();
  });

  test("is found against a copy of the file, too, when the file beside the database was rewritten with it", async () => {
    await head("2026-11-24");
    const [file, copy] = [environment().auditHeads, `${environment().auditHeads}.copy`];
    copyFileSync(file, copy);
    await withAnother(3);
    writeFileSync(file, "");
    await head("2026-11-24");
    expect(await finding()).toBeNull();
    expect((await verifyChain({ file: copy })).finding).toEqual({
      kind: "REWRITTEN",
      seq: 12,
      after: 0,
      day: "2026-11-24",
    });
  });

  test("is not hidden by a line that can no longer be read", async () => {
    await head("2026-11-24");
    const file = environment().auditHeads;
    writeFileSync(file, readFileSync(file, "utf8").replace("seq", "sqe"));
    expect(await finding()).toEqual({ kind: "FILE_DAMAGED", seq: 1 });
  });
});
