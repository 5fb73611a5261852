import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { readSettings } from "./settings";
import { souvenirNameKey } from "./souvenir-name";

/** What an item warns at until the office says otherwise. */
export const FIRST_LOW_MARK = 5;

/**
 * Makes items of the souvenirs that the settings name, in an office that has none yet. They are not counted: they are
 * handed out freely until somebody counts them. Safe at every start and from several processes: names are unique.
 */
export async function openSouvenirs(): Promise<void> {
  if ((await reader().souvenir.count()) > 0) return;
  const { souvenirs } = await readSettings(reader());
  const items = [...new Map(souvenirs.map((name) => [souvenirNameKey(name), name]))];
  try {
    await writeTransaction(async (tx) => {
      for (const [nameKey, name] of items) {
        const data = { name, nameKey, lowMark: FIRST_LOW_MARK, createdAt: now() };
        const { id } = await tx.souvenir.create({ data });
        const subject = { kind: "souvenir", id };
        const actor = { kind: "SYSTEM" } as const;
        await appendAudit(tx, { actor, action: "souvenir.added", subject, requestId: "office-opening" });
      }
    });
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
  }
}
