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
] as const;

/** Every trigger that must exist, by name; PostgreSQL needs one more a table, against TRUNCATE. */
export function expectedTriggers(kind: "sqlite" | "postgres"): string[] {
  const verbs = kind === "sqlite" ? ["update", "delete"] : ["update", "delete", "truncate"];
  return APPEND_ONLY_TABLES.flatMap((table) => verbs.map((verb) => `${table}_no_${verb}`));
}

/** Which of the expected triggers are not among `present`. */
export function triggersMissing(kind: "sqlite" | "postgres", present: readonly string[]): string[] {
  const have = new Set(present);
  return expectedTriggers(kind).filter((name) => !have.has(name));
}
