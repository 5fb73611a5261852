import "server-only";

const DAY_MS = 86_400_000;
const NAME = /^janji-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup\.age$/;

/** Every backup of the last two days stays, then one a day for two weeks, then one a week for eight; none is older. */
const ALL_MS = 2 * DAY_MS;
const DAILY_MS = 14 * DAY_MS;
const WEEKLY_MS = 56 * DAY_MS;
/** Whatever the clock says: under one that ran ahead all would go but the backup just made. */
const NEWEST_KEPT = 3;

/** The name of a backup taken at an instant; names sort as the instants do. */
export function backupName(at: Date): string {
  return `janji-${at.toISOString().replace(/[-:]|\.\d{3}/g, "")}.backup.age`;
}

/** When a backup of that name was taken, epoch ms; null for any other file. */
export function backupTime(name: string): number | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant) ? null : instant;
}

/**
 * Which files of a folder of backups may go. Backups age out with the personal data in them (UU 27/2022): the oldest is
 * eight weeks old. Of a day or a week the newest stays; a file that is no backup, or lies in the future, is never named.
 * @param now epoch ms
 */
export function expiredBackups(names: readonly string[], now: number): string[] {
  const kept = new Set<string>();
  const newestFirst = names
    .map((name) => ({ name, at: backupTime(name) }))
    .filter((one): one is { name: string; at: number } => one.at !== null)
    .sort((one, other) => other.at - one.at);
  return newestFirst
    .filter(({ at }, index) => {
      if (index < NEWEST_KEPT) return false;
      const age = now - at;
      if (age <= ALL_MS) return false;
      if (age > WEEKLY_MS) return true;
      const slot =
        age <= DAILY_MS ? `day ${Math.floor(at / DAY_MS)}` : `week ${Math.floor(at / (7 * DAY_MS))}`;
      if (kept.has(slot)) return true;
      kept.add(slot);
      return false;
    })
    .map(({ name }) => name);
}
