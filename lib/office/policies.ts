import "server-only";
import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { reader, type Tx } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { parsePolicy, policyOn } from "@/lib/rules/policy";
import type { Policy } from "@/lib/rules/types";
import { officeSettings } from "./settings";

/** Every version of the rule set, checked by the rules' own validator. */
export async function readPolicies(tx: Pick<Tx, "policyVersion">): Promise<Policy[]> {
  const rows = await tx.policyVersion.findMany({ orderBy: { version: "asc" } });
  return rows.map((row) => {
    const parsed = parsePolicy(JSON.parse(row.rules));
    if (!parsed.ok)
      throw new Error(
        `Policy version ${row.version} is not sound: ${parsed.problems.map(({ field, code }) => `${field}: ${code}`).join("; ")}`,
      );
    return parsed.policy;
  });
}

/**
 * The policy in force on a service date (KETIGA: a further decree makes a further version).
 * @param date local date `YYYY-MM-DD`.
 * @throws when no version is in force yet on that date.
 */
export async function readPolicy(tx: Pick<Tx, "policyVersion">, date: string): Promise<Policy> {
  const policy = policyOn(date, await readPolicies(tx));
  if (!policy) throw new Error(`No policy is in force on ${date}`);
  return policy;
}

/** The policy in force at this instant, read once a request. */
export const policyNow = cache(async (): Promise<Policy> => {
  const { timeZone } = await officeSettings();
  return readPolicy(reader(), localDate(now().getTime(), timeZone));
});
