import { describe, expect, test, vi } from "vitest";
import { issueFeedToken, feedTokenOf } from "@/lib/access/feed-tokens";
import { noteHeartbeat } from "@/lib/access/kiosk-heartbeat";
import { enrolDemoKiosk } from "@/lib/access/kiosks";
import { clockJump } from "@/lib/health/clock-watch";
import { diskCheck, diskRoom } from "@/lib/health/machine";
import { healthReport } from "@/lib/health/report";
import { closeDatabase, writeTransaction } from "@/lib/platform/database";
import { forgetEnvironment } from "@/lib/platform/environment";
import { health } from "@/lib/platform/health";
import { noteStorage } from "@/lib/platform/storage";
import { kind, officeTime, useTestDatabase } from "../support/test-database";
import { write } from "./audit-given";
import { asOutsider } from "./empty-database";
import { found, holder, HOUR, keepBackups, later, useFreshHealth } from "./health-given";

const office = useTestDatabase();
const { folder } = useFreshHealth();

describe("readiness", () => {
  test("is refused from the word to end, without storage, before the office opened, and on a database of another shape", async () => {
    expect(await health()).toBe("OK");
    holder.__janjiEnding = { begun: true };
    expect(await health()).toBe("ENDING");
    delete holder.__janjiEnding;
    noteStorage(false);
    expect(await health()).toBe("STORAGE");
    noteStorage(true);
    expect(await health()).toBe("OK");
    Reflect.deleteProperty(holder, "__janjiMigrated");
    await asOutsider(office.target(), async (db) => {
      const newest = "(SELECT MAX(migration_name) FROM _prisma_migrations)";
      await db.run(`DELETE FROM _prisma_migrations WHERE migration_name = ${newest}`);
    });
    expect(await health()).toBe("DATABASE");
    expect(await found("DATABASE")).toMatchObject({ level: "BAD", state: "OLD_SHAPE" });
  });

  test("is refused where the database is gone; what cannot be asked is told as unknown, and nothing throws", async () => {
    const well = { state: expect.stringMatching(/^(SOUND|SLOW)$/) as string, unit: "ms" };
    expect(await found("DATABASE")).toMatchObject(well);
    await closeDatabase();
    process.env.DATABASE_URL =
      kind === "sqlite" ? `file:${folder()}/none/none.db` : "postgresql://nobody@127.0.0.1:1/none";
    forgetEnvironment();
    expect(await health()).toBe("DATABASE");
    const report = await healthReport();
    expect(report.level).toBe("BAD");
    const told = Object.fromEntries(report.checks.map(({ key, level, state }) => [key, `${level} ${state}`]));
    expect(told).toMatchObject({
      DATABASE: "BAD UNREACHABLE",
      FEED: "WARN UNKNOWN",
      AUDIT: "WARN UNKNOWN",
      RETENTION: "WARN UNKNOWN",
      DISK: expect.stringMatching(/ROOM|LITTLE|FULL/) as string,
    });
  });
});

describe("the report tells the truth", () => {
  test("of a database whose rows nothing guards any more", async () => {
    const name = "audit_events_no_update";
    await asOutsider(office.target(), (db) =>
      db.run(kind === "sqlite" ? `DROP TRIGGER ${name}` : `DROP TRIGGER ${name} ON audit_events`),
    );
    expect(await found("DATABASE")).toMatchObject({ level: "BAD", state: "UNGUARDED" });
  });

  test("of a lost disk, and since when", async () => {
    const at = Date.now();
    noteStorage(false);
    later(5_000);
    expect(await found("DATABASE")).toMatchObject({ level: "BAD", state: "UNWRITABLE", since: at });
  });

  test("of the room that the kernel tells, against limits above and below it, and of backups' own disk", async () => {
    const room = await diskRoom(folder());
    if (!room) throw new Error("the kernel tells nothing of the disk");
    const [less, more] = [room.free / 2, room.free * 2];
    expect(await diskCheck({ warn: less, bad: less / 2 })).toMatchObject({ level: "OK", state: "ROOM" });
    expect(await diskCheck({ warn: more, bad: less })).toMatchObject({ level: "WARN", state: "LITTLE" });
    expect(await diskCheck({ warn: more, bad: more })).toMatchObject({ level: "BAD", state: "FULL" });
    // A file system without a byte of room: the kernel's own.
    await keepBackups("/proc");
    expect(await diskCheck()).toEqual({ level: "BAD", state: "FULL_BACKUPS", measured: 0, unit: "bytes" });
  });

  test("of a feed that fell silent in the office's hours, and that it is heard again", async () => {
    expect(await found("FEED")).toMatchObject({ level: "OK", state: "NONE", measured: null });
    const { token } = await issueFeedToken("Jembatan contoh", {
      actor: { kind: "SYSTEM" },
      requestId: "test",
    });
    const heardAt = Date.now();
    await feedTokenOf(token);
    expect(await found("FEED")).toMatchObject({ level: "OK", state: "HEARD", since: heardAt });
    later(11 * 60_000);
    expect(await found("FEED")).toMatchObject({
      level: "BAD",
      state: "SILENT",
      since: heardAt,
      measured: 11 * 60_000,
    });
    officeTime("20:00");
    expect(await found("FEED")).toMatchObject({ level: "OK", state: "CLOSED" });
    officeTime("10:30");
    await feedTokenOf(token);
    expect(await found("FEED")).toMatchObject({ level: "OK", state: "HEARD" });
  });

  test("of a printer without paper, of one that nobody asks, and of kiosks that fell silent", async () => {
    expect(await found("PRINTERS")).toMatchObject({ level: "OK", state: "BROWSERS" });
    const since = new Date();
    const { id } = await writeTransaction((tx) =>
      tx.printer.create({
        data: {
          name: "Printer aula",
          host: "127.0.0.1",
          state: "PAPER_OUT",
          stateAt: since,
          checkedAt: since,
        },
      }),
    );
    const out = { level: "BAD", state: "STANDS_STILL", names: ["Printer aula"], since: since.getTime() };
    expect(await found("PRINTERS")).toMatchObject(out);
    await writeTransaction((tx) => tx.printer.update({ where: { id }, data: { state: "READY" } }));
    expect(await found("PRINTERS")).toMatchObject({ level: "OK", state: "READY" });
    later(3 * 60_000);
    expect(await found("PRINTERS")).toMatchObject({ level: "BAD", state: "UNATTENDED" });

    const enrolled = await enrolDemoKiosk("enrol");
    if (!enrolled.ok) throw new Error(enrolled.code);
    const told = { build: "b1", screen: "1080x1920", camera: "live", loadedAt: Date.now() } as const;
    await noteHeartbeat(enrolled.value.kiosk.id, { ...told, skewMs: null });
    expect(await found("KIOSKS")).toMatchObject({ level: "OK", state: "HEARD", measured: 0 });
    later(61_000);
    expect(await found("KIOSKS")).toMatchObject({ level: "BAD", state: "ALL_SILENT", measured: 1 });
  });

  test("of a kiosk whose clock is off", async () => {
    vi.useRealTimers();
    const enrolled = await enrolDemoKiosk("enrol");
    if (!enrolled.ok) throw new Error(enrolled.code);
    const told = { build: "b1", screen: "1080x1920", camera: "live", loadedAt: Date.now() } as const;
    await noteHeartbeat(enrolled.value.kiosk.id, { ...told, skewMs: 90_000 });
    const { name } = enrolled.value.kiosk;
    const off = { level: "WARN", state: "KIOSK_DIFFERS", measured: 90_000, names: [name] };
    expect(await found("CLOCK")).toMatchObject(off);
  });

  test("of a clock that was set: a jump is seen, a record from the future, and another clock than the database's", async () => {
    await write();
    expect((await found("CLOCK")).state).not.toBe("BEHIND_RECORD");
    later(-10 * 60_000);
    const behind = await found("CLOCK");
    expect(behind).toMatchObject({ level: "BAD", state: "BEHIND_RECORD" });
    expect(Math.abs((behind.measured ?? 0) + 10 * 60_000)).toBeLessThan(60_000);
    later(20 * 60_000);
    const ahead = await found("CLOCK");
    // SQLite has no clock of its own to compare with.
    expect(ahead).toMatchObject(
      kind === "sqlite"
        ? { level: "WARN", state: "WAS_SET", measured: expect.any(Number) as number }
        : { level: "BAD", state: "DATABASE_DIFFERS" },
    );
    expect(clockJump()).not.toBeNull();
  });

  test("and follows a time service that moves the clock by little at a time", () => {
    for (let step = 0; step < 10; step += 1)
      expect(clockJump(1_000_000 + step * 1_900, step * 100)).toBeNull();
    expect(clockJump(1_100_000, 1_000)).toMatchObject({ at: 1_100_000 });
    expect(clockJump(1_100_000 + 25 * HOUR, 1_000 + 25 * HOUR)).toBeNull();
  });

  test("and since when: a state that stays keeps its beginning", async () => {
    const begun = (await found("DISK")).since;
    later(60_000);
    expect((await found("DISK")).since).toBe(begun);
  });
});
