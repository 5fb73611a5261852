import "server-only";
import { systemNow } from "./clock";
import { writeTransaction } from "./database";

const KEY = "storage.tried";

/**
 * Stores one instant, so that a process to which nobody comes still knows whether its database takes anything: the door
 * notes what came of it (storage.ts). It never throws.
 */
export async function tryStorage(): Promise<void> {
  const value = systemNow().toISOString();
  const store = writeTransaction(async (tx) => {
    const { count } = await tx.installationFact.updateMany({ where: { key: KEY }, data: { value } });
    if (count === 0) await tx.installationFact.create({ data: { key: KEY, value } });
  });
  await store.catch(() => undefined);
}
