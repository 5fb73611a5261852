import { z } from "zod";
import { officeSettingsSchema } from "./schema";

/** The part of the settings that their page changes; calendar, souvenirs and sessions have pages of their own. */
export const settingsDraftSchema = officeSettingsSchema.pick({
  name: true,
  subtitle: true,
  timeZone: true,
  zoneLabel: true,
  voucherPrefix: true,
  bookingPatterns: true,
  complaintRoom: true,
  counters: true,
  paperWidth: true,
  hall: true,
  letterhead: true,
  documentNumbers: true,
  retention: true,
});

export type SettingsDraft = z.output<typeof settingsDraftSchema>;

const version = z.int().min(1);

/** What was typed on the page; `version` is the one that was shown, `accepted` says yes to what fewer days remove. */
export const saveSettingsInput = z.strictObject({
  version,
  draft: z.record(z.string(), z.unknown()),
  accepted: z.boolean().default(false),
});

export const takeSettingsAgainInput = z.strictObject({
  version,
  take: version,
  accepted: z.boolean().default(false),
});

/** Patterns as they stand on the page, and a text to try them on. */
export const tryPatternsInput = z.strictObject({
  patterns: z.array(z.string().max(1000)).max(20),
  text: z.string().max(500),
});
