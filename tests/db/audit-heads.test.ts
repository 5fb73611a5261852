import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { writeHead } from "@/lib/audit/daily-head";
import { chainView } from "@/lib/audit/queries";
import {
  chainTroubles,
  lastVerification,
  verificationProgress,
  verifyInBackground,
} from "@/lib/audit/verifications";
import { chainEnd, verifyChain } from "@/lib/audit/verify-chain";
import { keepChain } from "@/lib/office/keep-chain";
import { reader, writeTransaction } from "@/lib/platform/database";
import { leaveDuty, takeDuty } from "@/lib/platform/duties";
import { environment } from "@/lib/platform/environment";
import { useTestDatabase } from "../support/test-database";
import { givenStaff } from "../support/staff";
import { until } from "../support/until";
import { forge, write } from "./audit-given";

const { target } = useTestDatabase();
const file = () => environment().auditHeads;
beforeEach(() => rmSync(file(), { force: true, recursive: true }));

const lines = () => readFileSync(file(), "utf8").trimEnd().split("\n");
const head = (day: string, when: "DAILY" | "NEWER" = "DAILY") =>
  writeHead({ office: "Kantor Contoh", day }, when);
const lease = (fileLeaseUntil: Date | null) =>
  writeTransaction((tx) => tx.auditHead.updateMany({ data: { fileLeaseUntil } }));

describe("the file of daily heads", () => {
  test("gets one line a day, with the office, the day and where the chain ends", async () => {
    await write(3);
    const written = await head("2026-11-24");
    const end = await chainEnd();
    expect(written).toMatchObject({ office: "Kantor Contoh", day: "2026-11-24", seq: 5, hash: end?.hash });
    expect(lines().map((line) => JSON.parse(line) as unknown)).toEqual([written]);
    await write();
    expect(await head("2026-11-24")).toBeNull();
    expect(await head("2026-11-25")).toMatchObject({ day: "2026-11-25", seq: 6 });
    expect(lines()).toHaveLength(2);
  });

  test("gets one line of many that ask at once", async () => {
    await Promise.all(Array.from({ length: 12 }, () => head("2026-11-24")));
    expect(lines()).toHaveLength(1);
  });

  test("gets a line at an end or by command only when there are newer rows", async () => {
    await head("2026-11-24");
    expect(await head("2026-11-24", "NEWER")).toBeNull();
    await write();
    expect(await head("2026-11-24", "NEWER")).toMatchObject({ seq: 3 });
    expect(lines()).toHaveLength(2);
  });

  test("is left to the process that is at it, and taken over from one that died", async () => {
    await lease(new Date(Date.now() + 60_000));
    expect(await head("2026-11-24")).toBeNull();
    await lease(new Date(Date.now() - 1));
    expect(await head("2026-11-24")).not.toBeNull();
    expect((await reader().auditHead.findFirst())?.fileLeaseUntil).toBeNull();
  });

  test("begins a new line after one that was cut off", async () => {
    await head("2026-11-24");
    appendFileSync(file(), '{"at":"2026-11-25T');
    await head("2026-11-26");
    expect((await verifyChain()).heads).toBe(2);
    expect((await verifyChain()).finding).toEqual({ kind: "FILE_DAMAGED", seq: 2 });
  });

  test("that cannot be written keeps nobody from working, and is tried again", async () => {
    // A folder in its place.
    mkdirSync(file());
    await expect(head("2026-11-24")).rejects.toThrow("EISDIR");
    await keepChain();
    await write();
    rmSync(file(), { recursive: true });
    expect(await head("2026-11-24")).toMatchObject({ seq: 3 });
  });
});

describe("the server by itself", () => {
  test("writes the day's head, verifies once, and records what came out", async () => {
    expect(await lastVerification()).toBeNull();
    await keepChain();
    await keepChain();
    expect(lines()).toHaveLength(1);
    expect(await lastVerification()).toMatchObject({ byId: null, rows: 2, heads: 1, finding: null });
    expect(await reader().auditEvent.count({ where: { action: "audit.verified" } })).toBe(1);
    expect(await chainTroubles()).toEqual([]);
    expect((await verifyChain()).finding).toBeNull();
  });

  test("says that the chain is broken once it has found it, and what the page shows names the row", async () => {
    await write(4);
    await forge(target(), (db) => db.run("UPDATE audit_events SET action = 'voucher.granted' WHERE seq = 4"));
    expect(await chainTroubles()).toEqual([]);
    await keepChain();
    expect(await chainTroubles()).toEqual(["AUDIT_BROKEN"]);
    const { last, rows, heads } = await chainView();
    expect(last).toMatchObject({ finding: { kind: "ALTERED", seq: 4 }, byName: null });
    expect([rows, heads?.length]).toEqual([7, 1]);
  });

  test("says that the last head is too old", async () => {
    const old = { at: "2026-01-02T00:00:00.000Z", day: "2999-01-01", office: "x", seq: 1, hash: "x" };
    writeFileSync(file(), `${JSON.stringify(old)}\n`);
    await head("2999-01-01");
    expect(await chainTroubles()).toEqual(["AUDIT_HEAD_OLD"]);
    await head("2026-11-24");
    expect(await chainTroubles()).toEqual([]);
  });
});

test("a supervisor's verification runs behind the answer, once at a time, and is recorded under their name", async () => {
  const { id, name } = (await givenStaff("supervisor")).account;
  await write(2);
  // Another process's verification has the duty: a chain this short is verified before a second start could meet it.
  expect(await takeDuty("audit-verification", "another process", 60_000)).toBe(true);
  expect(await verifyInBackground({ kind: "OFFICER", id })).toBe("RUNNING");
  await leaveDuty("audit-verification", "another process");
  expect(await verifyInBackground({ kind: "OFFICER", id })).toBe("STARTED");
  await until(verificationProgress, (running) => running === null);
  expect(await reader().auditEvent.count({ where: { action: "audit.verified" } })).toBe(1);
  expect((await chainView()).last).toMatchObject({ byId: id, byName: name, finding: null, heads: null });
});
