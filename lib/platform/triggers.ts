import "server-only";

/** Tables that only ever grow: neither the product nor a person with a database client changes a row of them. */
export const APPEND_ONLY_TABLES = [
  "audit_events",
  "decision_records",
  "voucher_events",
  "rulings",
  "outage_events",
  "review_decisions",
  "policy_versions",
  "setting_versions",
  "souvenir_movements",
  "account_reports",
] as const;

/** What was signed: a receipt may only end, once, and a signature may only be removed. */
export const SIGNED_TABLES = ["receipts", "receipt_signatures"] as const;

/** What else the database guards by itself: a stock of souvenirs is never below zero. */
const STOCK_GUARDS = ["souvenirs_not_negative_insert", "souvenirs_not_negative_update"] as const;

/**
 * Every trigger that must exist, by name; PostgreSQL needs one more a table, against TRUNCATE. The head of the audit
 * chain may go on, but not back, and the trail takes a row at its end only.
 */
export function expectedTriggers(kind: "sqlite" | "postgres"): string[] {
  const verbs = kind === "sqlite" ? ["update", "delete"] : ["update", "delete", "truncate"];
  const guarded = [...APPEND_ONLY_TABLES, "audit_head", ...SIGNED_TABLES];
  const refusals = guarded.flatMap((table) => verbs.map((verb) => `${table}_no_${verb}`));
  return [...refusals, "audit_events_continue", ...STOCK_GUARDS];
}

/** Which of the expected triggers are not among `present`. */
export function triggersMissing(kind: "sqlite" | "postgres", present: readonly string[]): string[] {
  const have = new Set(present);
  return expectedTriggers(kind).filter((name) => !have.has(name));
}
