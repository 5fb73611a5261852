import "server-only";
import { catalogue } from "@/lib/platform/messages";
import type { OfficeSettings } from "@/lib/office/schema";

type Values = Readonly<Record<string, string | number>>;
interface Tree {
  readonly [key: string]: string | Tree;
}

export interface RecordWords {
  /** The words at a path such as `visit.title`, with values filled in; the last part of an unknown path itself. */
  readonly say: (path: string, values?: Values) => string;
  /** "Selasa, 24 November 2026" of a local date. */
  readonly day: (date: string) => string;
  /** "24 Nov 2026, 10.42 WIB" of an instant in ISO. */
  readonly moment: (instant: string) => string;
}

/** The words of an applicant's record in a language; times in the office's zone. */
export function recordWords(
  locale: string,
  { timeZone, zoneLabel }: Pick<OfficeSettings, "timeZone" | "zoneLabel">,
): RecordWords {
  const tree = catalogue(locale).record as unknown as Tree;
  const region = locale === "en" ? "en-GB" : locale;
  const days = new Intl.DateTimeFormat(region, { dateStyle: "full", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(region, {
    ...({ day: "numeric", month: "short", year: "numeric" } as const),
    ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone } as const),
  });
  const say = (path: string, values: Values = {}) => {
    const found = path
      .split(".")
      .reduce<string | Tree | undefined>((at, key) => (typeof at === "object" ? at[key] : undefined), tree);
    const text = typeof found === "string" ? found : (path.split(".").at(-1) ?? "");
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
  return {
    say,
    day: (date) => days.format(new Date(`${date}T12:00:00Z`)),
    moment: (instant) => `${moments.format(new Date(instant))} ${zoneLabel}`,
  };
}
