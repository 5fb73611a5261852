import "server-only";
import { catalogue } from "@/lib/platform/messages";

type Values = Readonly<Record<string, string | number>>;

const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g;

/** The two forms of ICU that the slip's catalogue uses: a value, and one or other of a count. */
function fill(text: string, values: Values, locale: string): string {
  const rules = new Intl.PluralRules(locale);
  return text
    .replace(PLURAL, (_whole, name: string, one: string, other: string) => {
      const count = Number(values[name]);
      return (rules.select(count) === "one" ? one : other).replaceAll("#", String(count));
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function wordsOf(locale: string) {
  const words = catalogue(locale).slip ?? {};
  return (key: string, values: Values = {}): string => {
    const found = key
      .split(".")
      .reduce<unknown>((level, part) => (level as Record<string, unknown> | undefined)?.[part], words);
    if (typeof found !== "string") throw new Error(`the slip has no word for ${key}`);
    return fill(found, values, locale);
  };
}

/** A slip's words as the browser's slip has them: Indonesian first, English second. Instants are epoch ms. */
export function slipWords(timeZone: string, zoneLabel: string) {
  const [first, second] = [wordsOf("id"), wordsOf("en")];
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const clock = new Intl.DateTimeFormat("id", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const date = (locale: string) => (day: string) =>
    new Intl.DateTimeFormat(locale, long).format(new Date(`${day}T00:00:00Z`));
  const waited = (words: typeof first) => (count: number) => {
    const [hours, minutes] = [Math.floor(count / 60), count % 60];
    if (hours > 0 && minutes > 0) return words("duration.hoursMinutes", { hours, minutes });
    return hours > 0 ? words("duration.hours", { hours }) : words("duration.minutes", { minutes });
  };
  return {
    first,
    second,
    /** "08.28 WIB" */
    time: (instant: number) => `${clock.format(instant)} ${zoneLabel}`,
    /** A local date `YYYY-MM-DD` in words. */
    date: date("id"),
    dateSecond: date("en"),
    waited: waited(first),
    waitedSecond: waited(second),
  };
}
