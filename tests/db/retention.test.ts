import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { retentionTroubles } from "@/lib/office/retention";
import { closeDatabase, reader, writeTransaction } from "@/lib/platform/database";
import { removeOldFiles } from "@/lib/queue/import/old-files";
import { keepRetention, retentionDue } from "@/lib/register/retention/keep-retention";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { givenStaff } from "../support/staff";
import { at, officeTime, useTestDatabase } from "../support/test-database";
import { booking, wib } from "../support/tickets";
import { deliver, keepFor, later, MUCH_LATER, personal, served } from "./retention-given";
import { givenVoucher, tap } from "./tablet-given";

const database = useTestDatabase();

/** All rows but what is removed and what a removal itself writes: the same before and after. */
async function everythingElse() {
  const db = reader();
  const [tickets, vouchers, steps, events, decisions, counters, rulings] = await Promise.all([
    db.ticket.findMany({ orderBy: { id: "asc" } }),
    db.voucher.findMany({ orderBy: { id: "asc" } }),
    db.voucherStep.findMany({ orderBy: [{ voucherId: "asc" }, { step: "asc" }] }),
    db.voucherEvent.findMany({ orderBy: { id: "asc" } }),
    db.decisionRecord.findMany({ orderBy: { id: "asc" } }),
    db.dayCounter.findMany({ orderBy: { serviceDate: "asc" } }),
    db.ruling.findMany({ orderBy: { id: "asc" } }),
  ]);
  const without = { bookingCode: null, bookingLast4: null, applicantName: null, updatedAt: null };
  return {
    tickets: tickets.map((row) => ({ ...row, ...without })),
    vouchers: vouchers.map((row) => ({ ...row, bookingLast4: null, updatedAt: null })),
    ...{ steps, events, decisions, counters, rulings },
  };
}

const removals = async () =>
  (
    await reader().auditEvent.findMany({ where: { action: "retention.removed" }, orderBy: { seq: "asc" } })
  ).map(({ data }) => JSON.parse(data) as { what: string; count: number; before: string });

describe("the removal of personal data", () => {
  test("takes names, bookings and last digits of old service dates, and nothing else", async () => {
    const officer = await givenStaff();
    const voucherId = await givenVoucher(1);
    await tap(officer, voucherId, "APOLOGY");
    await deliver(...[2, 3].map((number) => served(number)));
    later();
    await deliver(served(9, "2026-12-01"), served(10, "2026-12-02"), served(11, MUCH_LATER));
    const before = await everythingElse();
    const rows = (await verifyChain({ file: "/nowhere" })).rows;
    const outcome = await removePersonalData(false);
    expect(outcome).toMatchObject({
      end: "DONE",
      run: { upTo: "2026-12-02", days: 90, tickets: 3, vouchers: 1, files: 0, byHand: false },
    });
    // 90 days are kept: 2 December is the 90th before 2 March, 1 December came too late already.
    expect(await personal()).toEqual({ tickets: ["T-10", "T-11"], vouchers: [] });
    expect(await everythingElse()).toEqual(before);
    expect(await removals()).toEqual([
      { what: "tickets", count: 3, before: "2026-12-02" },
      { what: "vouchers", count: 1, before: "2026-12-02" },
    ]);
    const verdict = await verifyChain({ file: "/nowhere" });
    expect(verdict).toMatchObject({ finding: null, rows: rows + 3 });
    expect(await removePersonalData(true)).toMatchObject({ run: { tickets: 0, vouchers: 0, byHand: true } });
  });

  test("counts days in the office's zone", async () => {
    await keepFor(7);
    await deliver(served(1));
    officeTime("23:59:59", "2026-12-01");
    await removePersonalData(false);
    expect((await personal()).tickets).toEqual(["T-1"]);
    officeTime("00:00", "2026-12-02");
    await removePersonalData(false);
    expect((await personal()).tickets).toEqual([]);
  });

  test("killed between any two transactions it is taken up where it stood, and counts each row once", async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    await deliver(...numbers.map((number) => served(number)));
    later();
    const killed = new Error("killed");
    for (let alive = 1; ; alive += 1) {
      let transactions = 0;
      const between = () => {
        transactions += 1;
        if (transactions >= alive) throw killed;
      };
      // The lease of a process that is gone ends by itself; here at once.
      const end = await removePersonalData(false, { limit: 2, leaseMs: 0, between }).catch(
        (fault: unknown) => {
          if (fault !== killed) throw fault;
          return null;
        },
      );
      if (end) {
        expect(end).toMatchObject({ end: "DONE", run: { tickets: 7 } });
        break;
      }
    }
    expect(await reader().retentionRun.count()).toBe(1);
    expect((await removals()).reduce((sum, { count }) => sum + count, 0)).toBe(7);
    expect((await personal()).tickets).toEqual([]);
  });

  test("a process that is killed at its work leaves a run that another one ends, with each row counted once", async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    await deliver(...numbers.map((number) => served(number)));
    later();
    const instant = String(at("10:30", MUCH_LATER).getTime());
    const script = ["--conditions=react-server", "--import", "tsx", "tests/db/retention-process.ts", instant];
    const env = { ...process.env, NODE_OPTIONS: "", VITEST: "" };
    const child = spawn(process.execPath, script, { env, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    while ((await personal()).tickets.length > 50) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect((await personal()).tickets.length).toBeGreaterThan(0);
    expect(await removePersonalData(false)).toMatchObject({ end: "DONE", run: { tickets: 60 } });
    expect((await removals()).reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(await verifyChain({ file: "/nowhere" })).toMatchObject({ finding: null });
  }, 120_000);

  test("is one process's at a time", async () => {
    await deliver(...[1, 2, 3, 4, 5].map((number) => served(number)));
    later();
    let others: unknown[] = [];
    const between = async () => {
      others = [...others, await removePersonalData(true)];
    };
    const outcome = await removePersonalData(false, { limit: 2, between });
    expect(outcome).toMatchObject({ end: "DONE", run: { tickets: 5 } });
    expect(others.length).toBeGreaterThan(2);
    expect(new Set(others.map((other) => (other as { end: string }).end))).toEqual(new Set(["RUNNING"]));
    const together = await Promise.all([1, 2, 3, 4].map(() => removePersonalData(false, { limit: 1 })));
    expect(together.some(({ end }) => end === "DONE")).toBe(true);
    const runs = await reader().retentionRun.findMany();
    expect(runs.every(({ held, finishedAt }) => held === null && finishedAt !== null)).toBe(true);
  });

  test("stops when another process has taken its run over", async () => {
    await deliver(...[1, 2, 3, 4, 5].map((number) => served(number)));
    later();
    let overtaken: unknown;
    const between = async () => {
      overtaken ??= await removePersonalData(false);
    };
    expect(await removePersonalData(false, { limit: 2, leaseMs: 0, between })).toEqual({ end: "LOST" });
    expect(overtaken).toMatchObject({ end: "DONE", run: { tickets: 5 } });
  });

  test("a run that was left does not remove what a longer retention keeps now", async () => {
    await keepFor(30);
    await deliver(served(1), served(2, "2026-12-15"), served(3, "2026-11-20"));
    officeTime("10:30", "2027-01-20");
    const stop = () => {
      throw new Error("killed");
    };
    await expect(removePersonalData(false, { limit: 1, leaseMs: 0, between: stop })).rejects.toThrow(
      "killed",
    );
    await keepFor(365);
    await removePersonalData(false);
    expect((await personal()).tickets).toHaveLength(2);
    await keepFor(7);
    await removePersonalData(false);
    expect((await personal()).tickets).toEqual([]);
  });

  test("leaves nothing in SQLite's file either", async () => {
    await deliver(...Array.from({ length: 150 }, (_, index) => served(index + 1)));
    later();
    await removePersonalData(false);
    await closeDatabase();
    const target = database.target();
    if (target.kind !== "sqlite") return expect((await personal()).tickets).toEqual([]);
    const bytes = readFileSync(target.file, "latin1");
    expect(bytes).not.toContain("Contoh Pemohon");
    expect(bytes).not.toContain(booking(1).slice(0, 12));
  });
});

describe("the daily removal", () => {
  test("runs once an office's day, also when a person ran one, and is late after two days", async () => {
    expect(await retentionDue()).toBe(true);
    await removePersonalData(true);
    expect(await retentionDue()).toBe(true);
    await Promise.all([keepRetention(), keepRetention()]);
    expect(await retentionDue()).toBe(false);
    await keepRetention();
    expect(await reader().retentionRun.count()).toBe(2);
    officeTime("00:00", "2026-11-25");
    expect(await retentionDue()).toBe(true);
    expect(await retentionTroubles()).toEqual([]);
    const threeDays = new Date(Date.now() - 3 * 86_400_000);
    await writeTransaction((tx) => tx.retentionRun.updateMany({ data: { finishedAt: threeDays } }));
    expect(await retentionTroubles()).toEqual(["RETENTION_LATE"]);
    await keepRetention();
    expect(await retentionTroubles()).toEqual([]);
  });

  test("deletes files of the drop folder that are as old, with their reports", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "janji-old-"));
    for (const place of ["done", "refused"]) mkdirSync(path.join(folder, place));
    const names = ["20260101000000-00000000-hari.csv", "20260101000000-00000000-hari.csv.report.csv"];
    for (const name of names) writeFileSync(path.join(folder, "done", name), "x");
    writeFileSync(path.join(folder, "refused", "20260301000000-00000000-hari.csv"), "x");
    writeFileSync(path.join(folder, "menunggu.csv"), "x");
    expect(await removeOldFiles(folder, Date.parse("2026-02-01T00:00:00Z"))).toBe(2);
    expect(readdirSync(path.join(folder, "done"))).toEqual([]);
    expect(readdirSync(path.join(folder, "refused"))).toHaveLength(1);
    expect(await removeOldFiles(path.join(folder, "none"), Date.now())).toBe(0);
    expect(readdirSync(folder)).toContain("menunggu.csv");
    rmSync(folder, { recursive: true });
  });
});

test("the database refuses a second run beside one that is under way", async () => {
  const run = {
    day: "2026-11-24",
    upTo: "2026-08-26",
    days: 90,
    startedAt: new Date(wib("10:30")),
    held: "RUNNING",
  };
  await writeTransaction((tx) => tx.retentionRun.create({ data: run }));
  await expect(writeTransaction((tx) => tx.retentionRun.create({ data: run }))).rejects.toThrow();
});
