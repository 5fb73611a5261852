const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  // Building a formatter costs far more than using it, and an office has one zone.
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  formatters.set(timeZone, formatter);
  return formatter;
}

/**
 * The calendar date `YYYY-MM-DD` on which an instant falls in an office's time zone.
 * @param instant epoch milliseconds (UTC)
 * @param timeZone IANA name, e.g. `Asia/Jakarta`
 * @throws RangeError when the zone is unknown or the instant is not a valid time
 */
export function localDate(instant: number, timeZone: string): string {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  const year = String(parts.get("year")).padStart(4, "0");
  return `${year}-${parts.get("month")}-${parts.get("day")}`;
}
