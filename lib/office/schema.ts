import { z } from "zod";

/** Personal data are kept for no fewer days: corrections and promised souvenirs of a week ago still need them. */
export const SHORTEST_RETENTION_DAYS = 7;

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

/** Older versions named minutes waited, of a promise of two hours. */
const OLDER_PROMISE_MINUTES = 120;
const USUAL_ALERTS = [30, 15, 5];

/** Takes in the alerts of an older version as minutes before the promise ends. */
function withAlertsBefore(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || !("alertMinutes" in raw)) return raw;
  const { alertMinutes, ...rest } = raw;
  if (!Array.isArray(alertMinutes)) return raw;
  const before = alertMinutes
    .map((waited) => OLDER_PROMISE_MINUTES - Number(waited))
    .filter((one) => one > 0);
  return { ...rest, alertBefore: before.length > 0 ? before : USUAL_ALERTS };
}

/** How the live hall warns. */
const hallSettings = z.preprocess(
  withAlertsBefore,
  z.strictObject({
    /** How many minutes before the promise ends an alert rises, descending: another policy moves them along. */
    alertBefore: z
      .array(z.int().min(1).max(1440))
      .min(1)
      .max(5)
      .refine((levels) => levels.every((level, index) => level < (levels[index - 1] ?? Infinity)), {
        params: { code: "NOT_DESCENDING" },
        error: "not descending",
      }),
    /** How long the queue system may be silent in opening hours before every tablet says so. */
    feedSilentMinutes: z.int().min(1).max(240),
  }),
);

const spot = z.strictObject({ x: z.number().min(0).max(40), y: z.number().min(0).max(30) });
const area = spot.extend({ width: z.number().min(0.5).max(40), height: z.number().min(0.5).max(30) });

/**
 * The way from the kiosk to the complaint room on a grid of squares, x to the right and y downwards, as somebody before
 * the kiosk sees the hall. Labels are names that stand on the office's own signs, so they are not translated.
 */
export const officePlanSchema = z
  .strictObject({
    columns: z.int().min(6).max(40),
    rows: z.int().min(3).max(30),
    /** "Lantai 2", where the room is on another floor or the building has several. */
    floor: words(20).optional(),
    kiosk: spot,
    room: area,
    /** Turns of the way after the kiosk; the last one is the room's door, on the room's edge. */
    path: z.array(spot).min(1).max(8),
    /** What somebody sees on the way; `parts` draws a row of counters as so many boxes. */
    landmarks: z.array(area.extend({ label: words(20), parts: z.int().min(1).max(8).optional() })).max(5),
  })
  .superRefine((plan, context) => {
    const { columns, rows, room, path, kiosk, landmarks } = plan;
    const refuse = (where: (string | number)[], message: string, code = "PLAN_OUTSIDE") =>
      context.addIssue({ code: "custom", path: where, message, params: { code } });
    if (rows / columns < 0.35 || rows / columns > 0.75)
      refuse(["rows"], "must be between 0.35 and 0.75 of the columns: the picture is wide", "PLAN_SHAPE");
    const outside = ({
      x,
      y,
      width = 0,
      height = 0,
    }: z.output<typeof spot> & { width?: number; height?: number }) =>
      x + width > columns || y + height > rows;
    if (outside(kiosk)) refuse(["kiosk"], "outside the grid");
    if (outside(room)) refuse(["room"], "outside the grid");
    landmarks.forEach((one, index) => outside(one) && refuse(["landmarks", index], "outside the grid"));
    path.forEach((one, index) => outside(one) && refuse(["path", index], "outside the grid"));
    const door = path[path.length - 1];
    const between = (value: number, from: number, size: number) => value >= from && value <= from + size;
    const onEdge =
      door !== undefined &&
      between(door.x, room.x, room.width) &&
      between(door.y, room.y, room.height) &&
      (door.x === room.x ||
        door.x === room.x + room.width ||
        door.y === room.y ||
        door.y === room.y + room.height);
    if (!onEdge)
      refuse(
        ["path", path.length - 1],
        "the way must end at the room's edge, where its door is",
        "PLAN_DOOR",
      );
  });

export type OfficePlan = z.output<typeof officePlanSchema>;

/** What stands above and below a letter of this office, as its own stationery has it. */
const letterheadSchema = z.strictObject({
  /** The lines above the office's name: ministry, directorate general, regional office. */
  authority: z.array(words(120)).min(1).max(4),
  address: words(200),
  /** Telephone, e-mail and web address as one line; empty leaves the line out. */
  contact: z.string().trim().max(160),
  /** Where documents are dated from: "Blitar", in "Blitar, 26 November 2026". */
  place: words(60),
  /** Who signs for the office. The number (NIP) is left out while it is empty. */
  signer: z.strictObject({
    position: words(80),
    name: z.string().trim().max(80),
    idNumber: z.string().trim().max(40),
  }),
  /** The emblem beside the lines: a PNG or JPEG as a data URL, up to about 150 kB; without one it has none. */
  logo: z
    .string()
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/)
    .max(200_000)
    .optional(),
});

/**
 * How the office numbers its documents. `{seq}` counts within the year, `{month}` is the month in Roman numerals,
 * `{year}` the year; receipts carry `{number}`, the voucher's own, and `{date}`.
 */
const documentNumbersSchema = z.strictObject({
  report: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/\{seq\}/)
    .regex(/\{year\}/),
  receipt: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/\{number\}/)
    .regex(/\{date\}/),
});

const USUAL_LETTERHEAD = {
  authority: ["Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia", "Direktorat Jenderal Imigrasi"],
  address: "Alamat kantor belum diisi",
  contact: "",
  place: "Blitar",
  signer: { position: "Kepala Kantor", name: "", idNumber: "" },
};

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
    /** The small map on the kiosk's screens; an office without one gives its directions in words alone. */
    plan: officePlanSchema.optional(),
  }),
  /** Where vouchers of the compensation series are called to. */
  counters: z.array(words(20)).min(1).max(12).default(["Loket 1", "Loket 2"]),
  souvenirs: z.array(words(40)).min(1).max(6),
  paperWidth: z.enum(["80", "58"]),
  /** A tablet that nobody touches signs its officer out after so many minutes. */
  sessions: z.strictObject({ idleMinutes: z.int().min(5).max(240) }).default({ idleMinutes: 15 }),
  /** Versions from before the live hall have none and get the usual one. */
  hall: hallSettings.default({ alertBefore: USUAL_ALERTS, feedSilentMinutes: 10 }),
  /** Versions from before documents were made have none and get one that says what is missing. */
  letterhead: letterheadSchema.default(USUAL_LETTERHEAD),
  documentNumbers: documentNumbersSchema.default({
    report: "{seq}/JANJI/{month}/{year}",
    receipt: "{number}/TT-JANJI/{date}",
  }),
  /** After how many days names, booking numbers and signatures are removed (UU 27/2022). */
  retention: z.strictObject({ days: z.int().min(SHORTEST_RETENTION_DAYS).max(3650) }).default({ days: 90 }),
});

export type Letterhead = z.output<typeof letterheadSchema>;
export type OfficeSettings = z.output<typeof officeSettingsSchema>;
