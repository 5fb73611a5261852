import "server-only";
import { reader } from "@/lib/platform/database";
import { rowsOf, sql } from "@/lib/platform/statements";
import type { Policy } from "@/lib/rules/types";
import { readPolicies } from "./policies";
import type { OfficeSettings } from "./schema";
import { readSettings } from "./settings";

export interface InForce {
  readonly settings: OfficeSettings;
  /** Every version, the oldest first. */
  readonly policies: readonly Policy[];
}

interface Newest {
  readonly setting: number;
  readonly settingAt: Date;
  readonly policy: number;
  readonly policyAt: Date;
}

/** By connection: another database has other versions under the same numbers. */
const held = new WeakMap<object, InForce & { readonly mark: string }>();

/**
 * Settings and policies for a check, by one short read. Neither is ever changed, only followed by a newer version, so what
 * was read once holds for as long as the newest are the same; any process may have added one, so the database is asked
 * every time. The instants tell versions apart where a database was set back to a former day and went on from there.
 */
export async function readInForce(): Promise<InForce> {
  const db = reader();
  const [newest] = await rowsOf<Newest>(
    db,
    sql`
    SELECT s."version" AS "setting", s."createdAt" AS "settingAt", p."version" AS "policy", p."createdAt" AS "policyAt"
    FROM "setting_versions" AS s, "policy_versions" AS p
    WHERE s."version" = (SELECT max("version") FROM "setting_versions")
      AND p."version" = (SELECT max("version") FROM "policy_versions")`,
  );
  const mark = newest
    ? [newest.setting, newest.settingAt.getTime(), newest.policy, newest.policyAt.getTime()].join()
    : "";
  const known = held.get(db);
  if (known && known.mark === mark) return known;
  // Read after the mark: at worst they are newer than it says, and are read once more.
  const [settings, policies] = await Promise.all([readSettings(db), readPolicies(db)]);
  if (newest) held.set(db, { mark, settings, policies });
  return { settings, policies };
}
