import "server-only";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import { policyOn } from "@/lib/rules/policy";
import { addDays } from "./local-time";
import { readPolicies } from "./policies";
import { readSettings } from "./settings";
import type { PolicyVersionRow } from "./types";

/**
 * Every version of the rule set, the newest first, and how it stands today. `byId` null is the server's own.
 * @returns also the earliest local date from which a further version may apply
 */
export async function policyVersions(): Promise<{
  readonly rows: readonly PolicyVersionRow[];
  readonly earliest: string;
}> {
  const db = reader();
  const [policies, stored, { timeZone }] = await Promise.all([
    readPolicies(db),
    db.policyVersion.findMany({ select: { version: true, createdAt: true, createdById: true } }),
    readSettings(db),
  ]);
  const today = localDate(now().getTime(), timeZone);
  const inForce = policyOn(today, policies);
  const rows = policies.map((policy): PolicyVersionRow => {
    const row = stored.find(({ version }) => version === policy.version);
    const replaced = policyOn(policy.validFrom, policies)?.version !== policy.version;
    const coming = policy.validFrom > today;
    return {
      ...policy,
      state:
        policy.version === inForce?.version ? "IN_FORCE" : replaced ? "REPLACED" : coming ? "COMING" : "PAST",
      at: row?.createdAt.getTime() ?? 0,
      byId: row?.createdById ?? null,
    };
  });
  return { rows: rows.reverse(), earliest: addDays(today, 1) };
}
