import "server-only";
import { cache } from "react";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { rowsOf, sql } from "@/lib/platform/statements";
import { officeSettingsSchema, type OfficeSettings } from "./schema";

/** The settings in force: the newest version. Reads through `tx` inside a transaction. */
export async function readSettings(tx: Pick<Tx, "$queryRaw">): Promise<OfficeSettings> {
  const [newest] = await rowsOf<{ data: string }>(
    tx,
    sql`
    SELECT "data" FROM "setting_versions" ORDER BY "version" DESC LIMIT 1`,
  );
  if (!newest) throw new Error("The office has no settings yet: it was never opened");
  return parsed(newest.data);
}

let last: { readonly data: string; readonly settings: OfficeSettings } | null = null;

/** Every check at a kiosk reads the settings, and a letterhead's emblem makes them long: the same text is parsed once. */
function parsed(data: string): OfficeSettings {
  if (last?.data !== data) last = { data, settings: officeSettingsSchema.parse(JSON.parse(data)) };
  return last.settings;
}

/** The settings in force, read once a request. */
export const officeSettings = cache((): Promise<OfficeSettings> => readSettings(reader()));

const MAX_LOST_RACES = 5;

/**
 * Makes a new version of the settings. Versions are counted here and not by the database: PostgreSQL's sequence knows
 * nothing of the first one, which opening the office writes by its number.
 * @throws ZodError naming the fields that are wrong; nothing is written then.
 */
export async function changeSettings(raw: unknown, actor: Actor, requestId: string): Promise<number> {
  const data = JSON.stringify(officeSettingsSchema.parse(raw));
  const createdById = actor.kind === "SYSTEM" ? null : actor.id;
  for (let race = 1; ; race += 1) {
    const newest = await reader().settingVersion.findFirst({ orderBy: { version: "desc" } });
    const version = (newest?.version ?? 0) + 1;
    try {
      await writeTransaction(async (tx) => {
        await tx.settingVersion.create({ data: { version, data, createdById } });
        const subject = { kind: "settings", id: String(version) };
        await appendAudit(tx, { actor, action: "settings.changed", subject, requestId });
      });
      return version;
    } catch (fault) {
      // Two changes at once: the primary key lets one of them have the number, the other takes the next.
      if (!isDuplicate(fault) || race >= MAX_LOST_RACES) throw fault;
    }
  }
}
