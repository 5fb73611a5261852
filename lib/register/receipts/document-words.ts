import "server-only";
import { createTranslator, type AbstractIntlMessages } from "next-intl";
import type { OfficeSettings } from "@/lib/office/schema";
import { translatable } from "@/lib/platform/translatable";

/** A receipt's words: Indonesian, as the office's documents are. Instants in the office's zone. */
export function documentWords({ timeZone, zoneLabel }: Pick<OfficeSettings, "timeZone" | "zoneLabel">) {
  const messages: AbstractIntlMessages = translatable("id");
  // Keys are put together as they are needed, so they are plain text to the types.
  const of = (namespace: string) =>
    createTranslator({ locale: "id", messages, timeZone, namespace }) as (
      key: string,
      values?: Record<string, string | number>,
    ) => string;
  const duration = of("common.duration");
  const long = { day: "numeric", month: "long", year: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const;
  const date = new Intl.DateTimeFormat("id", { ...long, timeZone });
  const day = new Intl.DateTimeFormat("id", { ...long, weekday: "long", timeZone: "UTC" });
  const time = new Intl.DateTimeFormat("id", clock);
  return {
    t: of("receipt-document"),
    /** The sentences that stand above a signature, by their version. */
    statement: of("receipt.statement"),
    /** "26 November 2026" */
    date: (instant: Date) => date.format(instant),
    /** "08.28 WIB" */
    time: (instant: Date) => `${time.format(instant)} ${zoneLabel}`,
    /** "Kamis, 26 November 2026" of a local date. */
    day: (serviceDate: string) => day.format(new Date(`${serviceDate}T00:00:00Z`)),
    /** "2 jam 14 menit", cut down to the minute. */
    waited: (ms: number) => {
      const minutes = Math.floor(ms / 60_000);
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const parts = { hours, minutes: rest };
      if (hours > 0 && rest > 0) return duration("hoursMinutes", parts);
      return hours > 0 ? duration("hours", parts) : duration("minutes", parts);
    },
  };
}

export type DocumentWords = ReturnType<typeof documentWords>;
