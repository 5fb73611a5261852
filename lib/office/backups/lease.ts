import "server-only";
import { systemNow } from "@/lib/platform/clock";
import { writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";

const KEY = "backup.lease";
/** Longer than a backup of a large office takes; after a crash the next one waits no longer than this. */
const LEASE_MS = 30 * 60_000;

async function take(until: string): Promise<boolean> {
  try {
    return await writeTransaction(async (tx) => {
      const free = { key: KEY, value: { lt: systemNow().toISOString() } };
      const { count } = await tx.installationFact.updateMany({ where: free, data: { value: until } });
      if (count > 0) return true;
      if (await tx.installationFact.findUnique({ where: { key: KEY } })) return false;
      await tx.installationFact.create({ data: { key: KEY, value: until } });
      return true;
    });
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/** Runs `work` in one process at a time, of all that share the database; undefined when another one is at it. */
export async function aloneWithBackups<T>(work: () => Promise<T>): Promise<T | undefined> {
  // Instants as ISO text sort as they follow one another.
  const until = new Date(systemNow().getTime() + LEASE_MS).toISOString();
  if (!(await take(until))) return undefined;
  try {
    return await work();
  } finally {
    await writeTransaction((tx) =>
      tx.installationFact.updateMany({ where: { key: KEY, value: until }, data: { value: "" } }),
    );
  }
}
