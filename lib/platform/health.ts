import "server-only";
import { reader } from "./database";
import { isEnding } from "./ending";
import { environment } from "./environment";
import { isDamage } from "./faults";
import { migrationsMissing } from "./migrations-missing";
import { isDamaged, noteDamage, storageLostAt } from "./storage";

/**
 * OK; ENDING: the process was told to end and finishes what it has begun; STORAGE: nothing can be stored, the disk is
 * full or failing, or the database is a standby's; DATABASE: it cannot be read, is damaged, or is not this build's.
 */
export type Health = "OK" | "ENDING" | "STORAGE" | "DATABASE";

/** A PostgreSQL that only follows another takes no write, however well it reads. */
async function follows(): Promise<boolean> {
  if (environment().database.kind === "sqlite") return false;
  const rows = await reader().$queryRaw<{ follows: boolean }[]>`SELECT pg_is_in_recovery() AS follows`;
  return rows[0]?.follows === true;
}

/**
 * Whether requests should be sent to this process: it is not about to end, reaches its database, which has this build's
 * migrations and an opened office, and the last write was stored. Housekeeping writes every minute, so a disk that has
 * room again is found out by itself.
 */
export async function health(): Promise<Health> {
  if (isEnding()) return "ENDING";
  try {
    if (isDamaged()) return "DATABASE";
    if ((await reader().settingVersion.count()) === 0) return "DATABASE";
    if ((await migrationsMissing()).length > 0) return "DATABASE";
    return storageLostAt() === null && !(await follows()) ? "OK" : "STORAGE";
  } catch (fault) {
    if (isDamage(fault)) noteDamage();
    return "DATABASE";
  }
}
