import "server-only";
import { reader } from "@/lib/platform/database";
import { officeSettingsSchema, type OfficeSettings } from "./schema";
import { settingChanges } from "./settings-changes";
import type { SettingVersionRow } from "./types";

const A_PAGE = 20;

/** One version as it would be read today; null when there is none of that number. */
export async function settingsOfVersion(version: number): Promise<OfficeSettings | null> {
  const row = await reader().settingVersion.findUnique({ where: { version } });
  return row ? officeSettingsSchema.parse(JSON.parse(row.data)) : null;
}

/** The version in force, and its number. */
export async function newestSettings(): Promise<{
  readonly version: number;
  readonly settings: OfficeSettings;
  readonly createdAt: Date;
  readonly createdById: string | null;
}> {
  const { data, ...row } = await reader().settingVersion.findFirstOrThrow({ orderBy: { version: "desc" } });
  return { ...row, settings: officeSettingsSchema.parse(JSON.parse(data)) };
}

/**
 * Versions, newest first, each with what it changed. `byId` null is the server's own.
 * @param before only versions below this number
 */
export async function settingVersions(before?: number): Promise<{
  readonly rows: readonly SettingVersionRow[];
  /** Where the next page begins; null when this is the last. */
  readonly next: number | null;
}> {
  const where = before === undefined ? {} : { version: { lt: before } };
  const found = await reader().settingVersion.findMany({
    where,
    orderBy: { version: "desc" },
    take: A_PAGE + 1,
  });
  const read = found.map(({ data, ...row }) => ({
    ...row,
    settings: officeSettingsSchema.parse(JSON.parse(data)),
  }));
  const rows = read.slice(0, A_PAGE).map(({ version, createdAt, createdById, settings }, index) => {
    const earlier = read[index + 1];
    return {
      version,
      at: createdAt.getTime(),
      byId: createdById,
      changes: earlier ? settingChanges(earlier.settings, settings) : null,
    };
  });
  const last = rows.at(-1);
  return { rows, next: read.length > A_PAGE && last ? last.version : null };
}
