import "server-only";

const WRITTEN = /^([A-Z]{1,3})[\s.-]?0*(\d{1,5})$/;

/** A number of a series as somebody types it ("b 12", "B-012"): its letters and its digits; null for anything else. */
export function seriesNumber(typed: string): { readonly lane: string; readonly number: string } | null {
  const [, lane, number] = WRITTEN.exec(typed.trim().toUpperCase()) ?? [];
  return lane && number ? { lane, number } : null;
}

/** All the ways in which a queue system may have written a number of a series. */
export function queueWritings({
  lane,
  number,
}: {
  readonly lane: string;
  readonly number: string;
}): string[] {
  const padded = [2, 3, 4].flatMap((width) =>
    ["-", "", " "].map((gap) => `${lane}${gap}${number.padStart(width, "0")}`),
  );
  return [...new Set([...padded, `${lane}${number}`, `${lane}-${number}`])];
}
