import { useFormatter } from "next-intl";
import { useWords } from "../use-words";

/** Dates of any year, beside the words of the other staff screens. */
export function useRegisterWords() {
  const format = useFormatter();
  return {
    ...useWords(),
    /** "Rabu, 25 November 2026" of a local date `YYYY-MM-DD`. */
    date: (date: string) =>
      format.dateTime(new Date(`${date}T12:00:00Z`), {
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      }),
    /** "25 Nov 2026 10.42" of an instant. */
    moment: (instant: number) =>
      format.dateTime(instant, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }),
  };
}
