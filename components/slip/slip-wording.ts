import { createFormatter, createTranslator } from "next-intl";
import en from "@/messages/en/slip.json";
import id from "@/messages/id/slip.json";

/**
 * A slip's words: Indonesian, with English as the second line where it helps, whatever language the screen is in.
 * Instants are epoch ms and shown in the office's zone.
 */
export function slipWording(timeZone: string, zoneLabel: string) {
  const first = createTranslator({ locale: "id", messages: id, timeZone });
  const second = createTranslator({ locale: "en", messages: en, timeZone });
  const format = createFormatter({ locale: "id", timeZone });
  const formatSecond = createFormatter({ locale: "en", timeZone });
  const time = (instant: number) =>
    format.dateTime(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return {
    first,
    second,
    /** "08.28 WIB" */
    time: (instant: number) => `${time(instant)} ${zoneLabel}`,
    /** A local date `YYYY-MM-DD` in words; a date has no zone, so it is read and written in UTC. */
    date: (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), long),
    dateSecond: (date: string) => formatSecond.dateTime(new Date(`${date}T00:00:00Z`), long),
    waited: (minutes: number) => duration(first, minutes),
    waitedSecond: (minutes: number) => duration(second, minutes),
  };
}

type Durations = (
  key: "duration.hoursMinutes" | "duration.hours" | "duration.minutes",
  values: Record<string, number>,
) => string;

function duration(t: Durations, count: number): string {
  const hours = Math.floor(count / 60);
  const minutes = count % 60;
  if (hours > 0 && minutes > 0) return t("duration.hoursMinutes", { hours, minutes });
  return hours > 0 ? t("duration.hours", { hours }) : t("duration.minutes", { minutes });
}
