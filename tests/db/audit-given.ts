import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import {
  auditHash,
  AUDIT_ROWS,
  CHAIN_START,
  storedRow,
  type StoredAuditRow,
} from "@/lib/platform/audit-hash";
import { writeTransaction } from "@/lib/platform/database";
import { triggerScript } from "@/lib/platform/migrate";
import { expectedTriggers } from "@/lib/platform/triggers";
import { kind } from "../support/test-database";
import { asOutsider, type Outsider, type Target } from "./empty-database";

const EVENT = { actor: { kind: "OFFICER", id: "an-account" }, action: "voucher.viewed" } as const;

/** A transaction that writes so many rows. */
export const write = (rows = 1) =>
  writeTransaction(async (tx) => {
    for (let row = 0; row < rows; row += 1) {
      const subject = { kind: "voucher", id: randomUUID() };
      await appendAudit(tx, { ...EVENT, subject, data: { copy: row }, requestId: randomUUID() });
    }
  });

const drop = (name: string) =>
  kind === "sqlite"
    ? `DROP TRIGGER ${name}`
    : `DROP TRIGGER ${name} ON ${name.replace(/_(no_(update|delete|truncate)|continue)$/, "")}`;

/** What somebody with the file can do: the triggers go, the rows are as they like them, the triggers come back. */
export const forge = (target: Target, work: (db: Outsider) => Promise<void>) =>
  asOutsider(target, async (db) => {
    const ours = expectedTriggers(kind).filter((name) => name.startsWith("audit_"));
    for (const name of ours) await db.run(drop(name));
    await work(db);
    await db.run(triggerScript(kind));
  });

const quoted = (value: string | number | null) =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** The whole trail as it is stored. */
export async function trail(db: Outsider): Promise<StoredAuditRow[]> {
  const whole = AUDIT_ROWS[kind].replace(/WHERE.*ORDER/s, "ORDER").replace(/LIMIT.*/s, "");
  return (await db.rows(whole)).map(storedRow);
}

const insertion = (row: StoredAuditRow) => {
  const columns = Object.keys(row).map((column) => `"${column}"`);
  const values = Object.entries<string | number | null>({ ...row }).map(([column, value]) =>
    kind === "sqlite" && column === "at" ? quoted(String(value).replace("Z", "+00:00")) : quoted(value),
  );
  return `INSERT INTO audit_events (${columns.join(", ")}) VALUES (${values.join(", ")})`;
};

export const insert = (db: Outsider, row: StoredAuditRow) => db.run(insertion(row));

/** Writes other rows in the place of the whole trail, each with the right hash, and the head to them. */
export async function rewrite(
  db: Outsider,
  change: (rows: StoredAuditRow[]) => StoredAuditRow[],
): Promise<void> {
  const rows = change(await trail(db));
  await db.run("DELETE FROM audit_events");
  let hash = CHAIN_START;
  for (const row of rows) {
    hash = auditHash(hash, row);
    await insert(db, { ...row, hash });
  }
  await db.run(`UPDATE audit_head SET seq = ${rows.at(-1)?.seq ?? 0}, hash = '${hash}'`);
}
