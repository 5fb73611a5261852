"use client";

import { useFormatter, useTranslations } from "next-intl";

const MINUTE = 60_000;

/**
 * Durations and clock times in words. Waits are cut down to the minute, the time to come back is rounded **up** to it,
 * so that nobody returns early. The office's zone comes from the provider.
 */
export function useWording() {
  const t = useTranslations("common.duration");
  const format = useFormatter();
  const minutes = (count: number) => {
    const whole = Math.max(0, Math.floor(count));
    const hours = Math.floor(whole / 60);
    const rest = whole % 60;
    if (hours > 0 && rest > 0) return t("hoursMinutes", { hours, minutes: rest });
    if (hours > 0) return t("hours", { hours });
    return rest > 0 ? t("minutes", { minutes: rest }) : t("underMinute");
  };
  const clock = (instant: number) =>
    format.dateTime(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return {
    /** "1 jam 18 menit", from milliseconds. */
    wait: (ms: number) => minutes(ms / MINUTE),
    /** The same from whole minutes. */
    minutes,
    /** "09.24" */
    clock,
    /** "11.25": the first whole minute at or after the instant. */
    clockUp: (instant: number) => clock(Math.ceil(instant / MINUTE) * MINUTE),
    /** "16.00", from the office's own "16:00". */
    hour: (time: string) =>
      format.dateTime(new Date(`1970-01-01T${time}:00Z`), {
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: "UTC",
      }),
    /** "Rabu, 25 November" */
    day: (instant: number) => format.dateTime(instant, { weekday: "long", day: "numeric", month: "long" }),
  };
}
