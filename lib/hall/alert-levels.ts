import "server-only";

/**
 * The minutes waited at which alerts rise, ascending. They are set as minutes before the promise ends; what would rise
 * before anybody waits is left out.
 */
export function alertLevels(thresholdMs: number, alertBefore: readonly number[]): number[] {
  const promised = Math.floor(thresholdMs / 60_000);
  return alertBefore
    .map((before) => promised - before)
    .filter((level) => level > 0)
    .sort((one, other) => one - other);
}
