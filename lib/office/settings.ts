import "server-only";
import { cache } from "react";
import { appendAudit } from "@/lib/audit/append";
import type { Actor } from "@/lib/audit/types";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { officeSettingsSchema, type OfficeSettings } from "./schema";

/** The settings in force: the newest version. Reads through `tx` inside a transaction. */
export async function readSettings(tx: Pick<Tx, "settingVersion">): Promise<OfficeSettings> {
  const newest = await tx.settingVersion.findFirst({ orderBy: { version: "desc" } });
  if (!newest) throw new Error("The office has no settings yet: it was never opened");
  return officeSettingsSchema.parse(JSON.parse(newest.data));
}

/** The settings in force, read once a request. */
export const officeSettings = cache((): Promise<OfficeSettings> => readSettings(reader()));

/**
 * Makes a new version of the settings.
 * @throws ZodError naming the fields that are wrong; nothing is written then.
 */
export async function changeSettings(raw: unknown, actor: Actor, requestId: string): Promise<number> {
  const settings = officeSettingsSchema.parse(raw);
  return writeTransaction(async (tx) => {
    const { version } = await tx.settingVersion.create({
      data: { data: JSON.stringify(settings), createdById: actor.kind === "SYSTEM" ? null : actor.id },
    });
    const subject = { kind: "settings", id: String(version) };
    await appendAudit(tx, { actor, action: "settings.changed", subject, requestId });
    return version;
  });
}
