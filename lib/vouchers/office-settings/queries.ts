import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { newestSettings, settingsOfVersion, settingVersions } from "@/lib/office/setting-versions";
import { settingChanges } from "@/lib/office/settings-changes";
import type { SettingVersionsPage } from "./types";

/**
 * The versions of the settings with who made them.
 * @param before only versions below this number
 * @param look a version to be taken again: what would change against those in force
 */
export async function settingVersionsPage(before?: number, look?: number): Promise<SettingVersionsPage> {
  const [{ rows, next }, newest, earlier] = await Promise.all([
    settingVersions(before),
    newestSettings(),
    look === undefined ? null : settingsOfVersion(look),
  ]);
  const names = await accountNames(rows.flatMap(({ byId }) => byId ?? []));
  return {
    newest: newest.version,
    rows: rows.map(({ byId, ...row }) => ({
      ...row,
      byName: byId === null ? null : (names.get(byId) ?? "–"),
    })),
    next,
    look:
      earlier && look !== undefined && look !== newest.version
        ? { version: look, changes: settingChanges(newest.settings, earlier) }
        : null,
  };
}
