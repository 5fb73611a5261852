import "server-only";
import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { reader, type Tx } from "@/lib/platform/database";
import { rowsOf, sql } from "@/lib/platform/statements";
import { localDate } from "@/lib/rules/local-date";
import { parsePolicy, policyOn } from "@/lib/rules/policy";
import type { Policy } from "@/lib/rules/types";
import { officeSettings } from "./settings";

/** Every version of the rule set, the oldest first, checked by the rules' own validator. */
export async function readPolicies(tx: Pick<Tx, "$queryRaw">): Promise<Policy[]> {
  const rows = await rowsOf<{ version: number; rules: string }>(
    tx,
    sql`
    SELECT "version", "rules" FROM "policy_versions" ORDER BY "version"`,
  );
  return rows.map(({ version, rules }) => parsed(version, rules));
}

const known = new Map<string, Policy>();

/** Every check at a kiosk reads the policies: the same text is parsed once. */
function parsed(version: number, rules: string): Policy {
  const before = known.get(rules);
  if (before) return before;
  const result = parsePolicy(JSON.parse(rules));
  if (!result.ok)
    throw new Error(
      `Policy version ${version} is not sound: ${result.problems.map(({ field, code }) => `${field}: ${code}`).join("; ")}`,
    );
  known.set(rules, result.policy);
  return result.policy;
}

/**
 * The policy in force on a service date (KETIGA: a further decree makes a further version).
 * @param date local date `YYYY-MM-DD`.
 * @throws when no version is in force yet on that date.
 */
export async function readPolicy(tx: Pick<Tx, "$queryRaw">, date: string): Promise<Policy> {
  const policy = policyOn(date, await readPolicies(tx));
  if (!policy) throw new Error(`No policy is in force on ${date}`);
  return policy;
}

/** The policy in force at this instant, read once a request. */
export const policyNow = cache(async (): Promise<Policy> => {
  const { timeZone } = await officeSettings();
  return readPolicy(reader(), localDate(now().getTime(), timeZone));
});
