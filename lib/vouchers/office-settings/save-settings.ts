import "server-only";
import { forgetIdleLimit } from "@/lib/access/idle";
import type { By } from "@/lib/access/types";
import type { z } from "zod";
import { officeSettingsSchema, type OfficeSettings } from "@/lib/office/schema";
import { newestSettings, settingsOfVersion } from "@/lib/office/setting-versions";
import { settingChanges } from "@/lib/office/settings-changes";
import {
  settingsDraftSchema,
  type saveSettingsInput,
  type takeSettingsAgainInput,
} from "@/lib/office/settings-draft-schema";
import { fieldProblems, type FieldProblems } from "@/lib/office/settings-problems";
import { writeSettings } from "@/lib/office/write-settings";
import type { ActionResult } from "@/lib/platform/types";
import { checkSettings, olderThan } from "./check-settings";

type Saved = ActionResult<{ readonly version: number }>;

const refused = (problems: FieldProblems): Saved => ({ ok: false, code: "BAD_FIELDS", details: problems });

/**
 * Makes what was typed the next version of the settings; what the page does not change stays. Refusals: BAD_FIELDS with
 * a code a field in `details`, CHANGED_MEANWHILE, NOTHING_CHANGED, and RETENTION with the number of tickets in `details`
 * when fewer days would remove what is kept and nobody has said yes to that.
 */
export async function saveSettings(input: z.output<typeof saveSettingsInput>, by: By): Promise<Saved> {
  const newest = await newestSettings();
  if (newest.version !== input.version) return { ok: false, code: "CHANGED_MEANWHILE" };
  const draft = settingsDraftSchema.safeParse(input.draft);
  if (!draft.success) return refused(fieldProblems(draft.error));
  const after = officeSettingsSchema.parse({ ...newest.settings, ...draft.data });
  return write(newest, after, input.accepted, by, { part: "settings" });
}

/**
 * Makes an earlier version the next one, whole. Refuses as saving does, and with NOT_FOUND; what fitted the hall once
 * need not fit it now.
 */
export async function takeSettingsAgain(
  { version, take, accepted }: z.output<typeof takeSettingsAgainInput>,
  by: By,
): Promise<Saved> {
  const [newest, earlier] = await Promise.all([newestSettings(), settingsOfVersion(take)]);
  if (newest.version !== version) return { ok: false, code: "CHANGED_MEANWHILE" };
  if (!earlier) return { ok: false, code: "NOT_FOUND" };
  const saved = await write(newest, earlier, accepted, by, { again: take });
  if (saved.ok) forgetIdleLimit();
  return saved;
}

async function write(
  newest: { readonly version: number; readonly settings: OfficeSettings },
  after: OfficeSettings,
  accepted: boolean,
  by: By,
  told: Readonly<Record<string, string | number>>,
): Promise<Saved> {
  const before = newest.settings;
  const changes = settingChanges(before, after);
  if (changes.length === 0) return { ok: false, code: "NOTHING_CHANGED" };
  const problems = await checkSettings(before, after);
  if (Object.keys(problems).length > 0) return refused(problems);
  if (after.retention.days < before.retention.days && !accepted) {
    const count = await olderThan(after.retention.days, after.timeZone);
    return { ok: false, code: "RETENTION", details: { count, days: after.retention.days } };
  }
  const fields = changes.map(({ field }) => field).join(" ");
  return writeSettings(newest.version, after, by, { ...told, fields });
}
