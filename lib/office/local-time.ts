import "server-only";

interface LocalParts {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly minutes: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const shape = {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    } as const;
    formatter = new Intl.DateTimeFormat("en-CA", { ...shape, timeZone, hourCycle: "h23" });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The local date and minutes after midnight of an instant (epoch ms) in a zone. */
export function localParts(instant: number, timeZone: string): LocalParts {
  const parts = Object.fromEntries(
    formatterFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** Minutes after midnight of a time of day `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The date `days` after a local date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The instant (epoch ms) at which a zone's clocks show a date and a time of day `HH:MM`.
 * Where the clocks went back it is the first such instant; in a gap, as long after it as the time is into it.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (instant: number) => {
    const local = localParts(instant, timeZone);
    return Date.parse(`${local.date}T00:00:00Z`) + local.minutes * 60_000;
  };
  // Offsets are the same now and a day earlier except near a change; the earlier candidate that shows the time wins.
  const candidates = [wanted - 86_400_000, wanted, wanted + 86_400_000].map(
    (near) => wanted - (shownAt(near) - near),
  );
  const fits = candidates.filter((candidate) => shownAt(candidate) === wanted);
  return fits.length > 0 ? Math.min(...fits) : Math.max(...candidates);
}
