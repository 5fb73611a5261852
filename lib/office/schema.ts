import { z } from "zod";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const words = (max: number) => z.string().trim().min(1).max(max);

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "not an IANA time zone");

/** How the live hall warns. */
const hallSettings = z.strictObject({
  /** Minutes waited at which an alert rises, ascending. */
  alertMinutes: z
    .array(z.int().min(1).max(1440))
    .min(1)
    .max(5)
    .refine(
      (levels) => levels.every((level, index) => index === 0 || level > (levels[index - 1] ?? 0)),
      "not ascending",
    ),
  /** How long the queue system may be silent in opening hours before every tablet says so. */
  feedSilentMinutes: z.int().min(1).max(240),
});

/** The office's settings: everything that differs between offices. Times of day are local, `HH:MM`. */
export const officeSettingsSchema = z.strictObject({
  name: words(80),
  subtitle: words(80),
  timeZone,
  /** As printed behind times: WIB, WITA, WIT. */
  zoneLabel: words(8),
  /** Prefix of the compensation series; regular queue numbers must not use it. */
  voucherPrefix: z.string().regex(/^[A-Z]{1,3}$/),
  /** RE2 expressions with one group; none means the default of 16 digits. */
  bookingPatterns: z.array(words(300)).max(10),
  /** ISO weekdays, 1 is Monday. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  hours: z.strictObject({ opens: clockTime, closes: clockTime }),
  holidays: z.array(z.strictObject({ date: z.iso.date(), name: words(80) })).max(400),
  specialServiceDays: z.array(z.iso.date()).max(400),
  complaintRoom: z.strictObject({
    name: words(60),
    directions: words(160),
    closes: clockTime,
    /** Where to go when the room is shut. */
    afterHours: words(200),
  }),
  /** Where vouchers of the compensation series are called to. */
  counters: z.array(words(20)).min(1).max(12).default(["Loket 1", "Loket 2"]),
  souvenirs: z.array(words(40)).min(1).max(6),
  paperWidth: z.enum(["80", "58"]),
  /** Versions from before the live hall have none and get the usual one. */
  hall: hallSettings.default({ alertMinutes: [90, 105, 115], feedSilentMinutes: 10 }),
});

export type OfficeSettings = z.output<typeof officeSettingsSchema>;
