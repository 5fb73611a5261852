import { useFormatter, useTranslations } from "next-intl";

const MINUTE_MS = 60_000;

/** Clock times and durations as the staff screens write them, in the office's zone. */
export function useWords() {
  const t = useTranslations("common.duration");
  const format = useFormatter();
  const minutes = (count: number) => {
    const whole = Math.max(0, Math.floor(count));
    const hours = Math.floor(whole / 60);
    const rest = whole % 60;
    if (hours > 0) return rest > 0 ? t("hoursMinutes", { hours, minutes: rest }) : t("hours", { hours });
    return rest > 0 ? t("minutes", { minutes: rest }) : t("underMinute");
  };
  return {
    /** "10.42" */
    clock: (instant: number) =>
      format.dateTime(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    /** "Rabu, 25 November" of a local date `YYYY-MM-DD`. */
    day: (date: string) =>
      format.dateTime(new Date(`${date}T12:00:00Z`), {
        weekday: "long",
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      }),
    /** "2 jam 14 menit", cut down to the minute. */
    minutes,
    wait: (ms: number) => minutes(ms / MINUTE_MS),
  };
}
