/**
 * A field's text without what a scanner typed into it: the longest end of the text that begins the scan. A field cuts
 * a long scan off, so the end need not be all of it.
 */
export function withoutScan(value: string, scanned: string): string {
  const typed = scanned.toUpperCase();
  for (let start = 0; start < value.length; start += 1) {
    if (typed.startsWith(value.slice(start).toUpperCase())) return value.slice(0, start);
  }
  return value;
}
