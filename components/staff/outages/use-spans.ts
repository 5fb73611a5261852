"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWords } from "../use-words";

/** When something was, in the office's zone: the date is said only where it is not today's. */
export function useSpans(today: string) {
  const t = useTranslations("outages");
  const format = useFormatter();
  const { clock } = useWords();
  const dateOf = (instant: number) =>
    [
      format.dateTime(instant, { year: "numeric" }),
      format.dateTime(instant, { month: "numeric" }).padStart(2, "0"),
      format.dateTime(instant, { day: "numeric" }).padStart(2, "0"),
    ].join("-");
  const moment = (instant: number) =>
    dateOf(instant) === today
      ? clock(instant)
      : t("onDay", {
          day: format.dateTime(instant, { day: "numeric", month: "long" }),
          time: clock(instant),
        });
  return {
    dateOf,
    moment,
    span: ({ startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number | null }) => {
      if (endedAt === null) return t("since", { from: moment(startedAt) });
      return endedAt <= startedAt
        ? t("never", { from: moment(startedAt) })
        : t("fromTo", { from: moment(startedAt), until: moment(endedAt) });
    },
  };
}
