import { useFormatter } from "next-intl";

/** "Rabu, 25 November" of an instant (epoch ms), in the office's zone. */
export function useDayOf(): (instant: number) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(instant, { weekday: "long", day: "numeric", month: "long" });
}
