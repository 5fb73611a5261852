import "server-only";
import { reader } from "./database";
import { storageLostAt } from "./storage";

/** OK; STORAGE: nothing can be stored, the disk is full or failing; DATABASE: it cannot even be read. */
export type Health = "OK" | "STORAGE" | "DATABASE";

/**
 * Whether this process reaches its database, the office in it was opened, and the last write was stored. Housekeeping
 * writes every minute, so a disk that has room again is found out by itself.
 */
export async function health(): Promise<Health> {
  try {
    if ((await reader().settingVersion.count()) === 0) return "DATABASE";
    return storageLostAt() === null ? "OK" : "STORAGE";
  } catch {
    return "DATABASE";
  }
}
