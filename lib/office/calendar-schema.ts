import { z } from "zod";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The calendar as a supervisor sets it; times of day are local. */
export const calendarInput = z
  .strictObject({
    /** The settings' version that was shown. */
    version: z.int().min(1),
    workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
    hours: z.strictObject({ opens: clockTime, closes: clockTime }),
    roomCloses: clockTime,
    holidays: z
      .array(z.strictObject({ date: z.iso.date(), name: z.string().trim().min(1).max(80) }))
      .max(400),
    specialServiceDays: z.array(z.iso.date()).max(400),
  })
  .refine(({ hours }) => hours.opens < hours.closes, { path: ["hours"] });
