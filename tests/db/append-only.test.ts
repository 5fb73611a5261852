import { beforeEach, describe, expect, test } from "vitest";
import { assertTriggers } from "@/lib/platform/assert-triggers";
import { reader, writeTransaction } from "@/lib/platform/database";
import { migrate } from "@/lib/platform/migrate";
import { APPEND_ONLY_TABLES, expectedTriggers } from "@/lib/platform/triggers";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import { issueReport } from "@/lib/register/account/issue-report";
import { decideReviewFlag } from "@/lib/vouchers/review-flag";
import { addSouvenir } from "@/lib/vouchers/souvenirs/items";
import { withholdVoucher } from "@/lib/vouchers/withhold";
import { scan } from "../support/kiosk";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { at, kind, useTestDatabase } from "../support/test-database";
import { ticket } from "../support/tickets";
import { asOutsider } from "./empty-database";

const { target } = useTestDatabase();

/** A column of each table that a falsifier would want to change. */
const COLUMN: Readonly<Record<(typeof APPEND_ONLY_TABLES)[number], string>> = {
  audit_events: "action",
  decision_records: "facts",
  voucher_events: "kind",
  rulings: "reason",
  outage_events: "system",
  review_decisions: "reason",
  policy_versions: "rules",
  setting_versions: "data",
  souvenir_movements: "reason",
  account_reports: "document",
};

const forgeries = (table: (typeof APPEND_ONLY_TABLES)[number]) => [
  `UPDATE ${table} SET "${COLUMN[table]}" = 'forged'`,
  `DELETE FROM ${table}`,
  ...(kind === "postgres" ? [`TRUNCATE ${table} CASCADE`] : []),
];

/** Every forgery on every table, by the product's own door and by somebody with a database client. */
async function expectAllRefused(): Promise<void> {
  await asOutsider(target(), async (db) => {
    for (const table of APPEND_ONLY_TABLES) {
      const before = await db.rows(`SELECT * FROM ${table}`);
      expect(before.length, table).toBeGreaterThan(0);
      for (const sql of forgeries(table)) {
        await expect(
          writeTransaction((tx) => tx.$executeRawUnsafe(sql)),
          sql,
        ).rejects.toThrow("append-only");
        await expect(db.run(sql), sql).rejects.toThrow("append-only");
      }
      expect(await db.rows(`SELECT * FROM ${table}`)).toEqual(before);
    }
  });
}

const drop = (name: string) =>
  kind === "sqlite"
    ? `DROP TRIGGER ${name}`
    : `DROP TRIGGER ${name} ON ${name.replace(/_(no_(update|delete|truncate)|not_negative_(insert|update)|continue)$/, "")}`;

describe("append-only tables", () => {
  beforeEach(async () => {
    await ingestTickets([ticket(1)], { kind: "DEMO" });
    const past = { startedAt: at("06:00"), endedAt: at("06:30") };
    await declareOutage({ system: "SMART", reason: "Contoh", ...past }, { kind: "SYSTEM" }, "test");
    await scan(1);
    const { id: voucherId } = await reader().voucher.findFirstOrThrow();
    const held = await withholdVoucher(
      await givenStaff(),
      { voucherId, reason: "Contoh", key: newKey() },
      "test",
    );
    expect(held.ok).toBe(true);
    const october = { from: "2026-10-01", to: "2026-10-31" };
    const report = await issueReport(await givenStaff("head"), { period: october, key: newKey() }, "test");
    expect(report.ok).toBe(true);
    const shelf = { name: "Gantungan kunci", stock: 3, lowMark: 1, key: newKey() };
    expect((await addSouvenir(await givenStaff("supervisor"), shelf, "test")).ok).toBe(true);
    const { id: ticketId } = await reader().ticket.findFirstOrThrow();
    const flag = { ticketId, underReview: true, reason: "Contoh", key: newKey() };
    expect((await decideReviewFlag(await givenStaff("supervisor"), flag, "test")).ok).toBe(true);
  });

  test("refuse every change and removal", async () => {
    await expectAllRefused();
    await assertTriggers();
  });

  test("refuse them again after their triggers were dropped and the database was migrated", async () => {
    await asOutsider(target(), async (db) => {
      for (const name of expectedTriggers(kind)) await db.run(drop(name));
    });
    await expect(assertTriggers()).rejects.toThrow(expectedTriggers(kind).join(", "));
    expect(await migrate(target())).toEqual([]);
    await assertTriggers();
    await expectAllRefused();
  });

  test("keep the office shut while one trigger is missing, and say which", async () => {
    await asOutsider(target(), (db) => db.run(drop("rulings_no_delete")));
    await expect(assertTriggers()).rejects.toThrow(/lacks the triggers rulings_no_delete:/);
  });

  // SQLite knows no way to switch a trigger off.
  if (kind === "sqlite") return;
  test("keep the office shut while one trigger is switched off", async () => {
    await asOutsider(target(), (db) =>
      db.run("ALTER TABLE audit_events DISABLE TRIGGER audit_events_no_update"),
    );
    await expect(assertTriggers()).rejects.toThrow(/lacks the triggers audit_events_no_update:/);
    await migrate(target());
    await assertTriggers();
  });
});
