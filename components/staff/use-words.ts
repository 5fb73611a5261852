import { useFormatter, useTranslations } from "next-intl";
import { durationWords } from "./duration-words";

const MINUTE_MS = 60_000;

/** Clock times and durations as the staff screens write them, in the office's zone. */
export function useWords() {
  const t = useTranslations("common.duration");
  const format = useFormatter();
  const minutes = (count: number) => durationWords(t, count);
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
