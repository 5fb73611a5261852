import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, feedToken, officeNow, pushTickets } from "../support/feed";
import { fillDisk, fillPostgresDisk } from "../support/full-disk";
import { newKey } from "../support/keys";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { databaseSource, type DatabaseSource, type SharedDatabase } from "../support/shared-database";
import { until } from "../support/until";

/** Rows that nobody asks for, until their table is larger than what may still be written (fillPostgresDisk). */
const BALLAST = `INSERT INTO "request_keys" ("key", "scope", "answer", "expiresAt")
  SELECT 'ballast-' || one, 'x', repeat('x', 700), now() + interval '1 day' FROM generate_series(1, 4000) AS one`;

beforeAll(() => ensureBuilt());

describe.each(["sqlite", "postgres"] as const)("a full disk under %s", (kind) => {
  let source: DatabaseSource;
  let database: SharedDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    source = await databaseSource(kind);
    database = await source.fresh();
    server = await startServer(database.options);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    source.stop();
  });

  const fill = async () => {
    if (!source.server) return fillDisk(server.pid);
    await database.outside(BALLAST);
    return fillPostgresDisk(source.server.writers);
  };

  test("is told at every place where somebody waits, and loses nothing once there is room", async () => {
    const kiosk = await new ActionClient(server).enrol();
    const tablet = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
    const token = feedToken(server);
    const now = await officeNow(server);
    const people = [1, 2].map(() => applicant(now, 130));
    await pushTickets(server, people);
    const [first, second] = people.map(({ bookingCode }) => bookingCode);
    const before = await kiosk.check(first ?? "");
    if (!before.ok || before.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(before));
    const [voucher] = await database.rows<{ id: string }>(
      `SELECT "id" FROM "vouchers" WHERE "number" = '${before.value.slip.number}'`,
    );
    const input = { voucherId: voucher?.id, step: "APOLOGY", key: newKey() };
    const key = newKey();
    const deliver = () =>
      fetch(`${server.url}/api/v1/queue/tickets`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ tickets: Array.from({ length: 20 }, () => applicant(now, 60)) }),
      });
    const health = async () => {
      const response = await fetch(`${server.url}/api/v1/health`);
      return { status: response.status, ...((await response.json()) as { reason?: string }) };
    };

    const disk = await fill();
    try {
      // PostgreSQL may find room for a row or two in pages that it has.
      await until(
        () => kiosk.check(first ?? ""),
        (answer) => !answer.ok && answer.code === "STORAGE",
      );
      expect(await kiosk.check(second ?? "", key)).toMatchObject({ ok: false, code: "STORAGE" });
      // Of what is small PostgreSQL may still find room for some, and then counts as well until the next write fails.
      const told = async () => {
        if (kind === "postgres") await kiosk.check(second ?? "", key);
        return health();
      };
      expect(await until(told, ({ status }) => status !== 200)).toEqual({
        status: 503,
        ok: false,
        reason: "STORAGE",
      });
      if (kind === "sqlite") {
        expect(await tablet.act("/staff", "recordStepAction", input)).toMatchObject({ code: "STORAGE" });
        const refused = await deliver();
        expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "30"]);
      }
    } finally {
      disk.free();
    }
    // The same requests, under the same keys, as kiosk and tablet repeat them.
    const after = await kiosk.check(second ?? "", key);
    if (!after.ok || after.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(after));
    expect(await tablet.act("/staff", "recordStepAction", input)).toMatchObject({ ok: true });
    expect((await deliver()).status).toBe(200);
    await until(health, ({ status }) => status === 200);
    const rows = await database.rows<{ number: string }>(
      `SELECT "number" FROM "vouchers" WHERE "kioskId" IS NOT NULL ORDER BY "seq"`,
    );
    expect(rows.map(({ number }) => number).slice(-2)).toEqual([
      before.value.slip.number,
      after.value.slip.number,
    ]);
    const lines = server.log().match(/the database cannot be written/g) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    // Said when it begins, not with each write.
    if (kind === "sqlite") expect(lines).toHaveLength(1);
    expect(server.log()).toContain("the database can be written again");
  });
});
