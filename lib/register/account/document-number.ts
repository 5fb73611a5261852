import "server-only";

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;

/**
 * A report's number by the office's own pattern: `{seq}` in three digits, `{month}` in Roman numerals, `{year}`.
 * @param date local date of issue
 */
export function reportNumber(pattern: string, seq: number, date: string): string {
  return pattern
    .replaceAll("{seq}", String(seq).padStart(3, "0"))
    .replaceAll("{month}", ROMAN[Number(date.slice(5, 7)) - 1] ?? "")
    .replaceAll("{year}", date.slice(0, 4));
}
