import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HeadLine } from "@/lib/audit/types";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { ActionClient } from "../support/action-client";
import { newKey } from "../support/keys";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { databaseSource, type SharedDatabase } from "../support/shared-database";
import { until } from "../support/until";

const ROUNDS = 60;

beforeAll(() => ensureBuilt());

/** `npm run verify-audit` or `audit-head` on a server's office. */
function command(server: RunningServer, script: string, ...args: string[]) {
  const all = ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env: server.env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

describe.each(["sqlite", "postgres"] as const)("two server processes on one %s database", (kind) => {
  const cleanUps: (() => unknown)[] = [];
  let database: SharedDatabase;
  let servers: RunningServer[];
  let heads: string;

  beforeAll(async () => {
    const source = await databaseSource(kind);
    cleanUps.push(source.stop);
    database = await source.fresh();
    cleanUps.push(database.drop);
    servers = await Promise.all([startServer(database.options), startServer(database.options)]);
    cleanUps.push(...servers.map(({ stop }) => stop));
    heads = path.join(servers[0]?.dataDir ?? "", "audit-heads.txt");
  });
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  const server = (index: number): RunningServer => {
    const one = servers[index];
    if (!one) throw new Error("no such server");
    return one;
  };
  const lines = () =>
    readFileSync(heads, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as HeadLine);

  test("write one head for the first day, between them", async () => {
    const verified = () =>
      database
        .rows(`SELECT 1 FROM "audit_events" WHERE "action" = 'audit.verified'`)
        .then((rows) => rows.length);
    await until(verified, (count) => count > 0);
    expect(lines()).toHaveLength(1);
  });

  test("keep one sound chain without gaps while both write", async () => {
    const now = await officeNow(server(0));
    const tickets = Array.from({ length: 2 * ROUNDS }, () => applicant(now, 130));
    await pushTickets(server(0), tickets);
    const kiosks = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((index) => new ActionClient(server(index)).enrol()),
    );
    const waiting = [...tickets];
    await Promise.all(
      kiosks.map(async (kiosk) => {
        for (let next = waiting.pop(); next; next = waiting.pop())
          expect((await kiosk.check(next.bookingCode, newKey())).ok).toBe(true);
      }),
    );
    const rows = await database.rows<{ seq: number }>(`SELECT "seq" FROM "audit_events" ORDER BY "seq"`);
    expect(rows.length).toBeGreaterThan(2 * ROUNDS);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
    const { status, said } = command(server(0), "verify-audit");
    expect(said).toMatch(/^Catatan utuh: .+\nThe record is sound: /);
    expect(status, said).toBe(0);
  });

  test("write what came since when one of them ends, and the command writes it at any time", async () => {
    const before = lines().length;
    process.kill(server(1).pid, "SIGTERM");
    await until(
      () => lines().length,
      (count) => count === before + 1,
    );
    const { status, said } = command(server(0), "audit-head");
    expect(status, said).toBe(0);
    expect(command(server(0), "verify-audit").status).toBe(0);
  });

  test("say in words and by exit code what is wrong, and health says it", async () => {
    const none = command(server(0), "verify-audit", "--heads", `${heads}.none`);
    expect(none.status).toBe(3);
    expect(none.said).toContain("There is no file of daily fingerprints");
    const unread = command(server(0), "verify-audit", "--heads", path.dirname(heads));
    expect(unread.status).toBe(2);
    await database.outside(
      kind === "sqlite"
        ? "DROP TRIGGER audit_events_no_update; UPDATE audit_events SET data = '{}' || ' ' WHERE seq = 9"
        : "SET session_replication_role = replica; UPDATE audit_events SET data = '{}' || ' ' WHERE seq = 9",
    );
    const { status, said } = command(server(0), "verify-audit");
    expect(status).toBe(1);
    expect(said).toContain("CATATAN TIDAK UTUH. Baris 9 tidak lagi seperti saat dicatat");
    expect(said).toContain("Row 9 is not what was recorded there");
    const supervisor = await new ActionClient(server(0)).signIn("penyelia", "penyelia-contoh");
    expect((await supervisor.act("/staff/audit", "verifyAuditAction", {})).ok).toBe(true);
    const health = () => fetch(`${server(0).url}/api/v1/health`).then((answer) => answer.json());
    expect(await until(health, (seen) => JSON.stringify(seen).includes("warnings"))).toEqual({
      ok: true,
      warnings: ["AUDIT_BROKEN"],
    });
  });
});
