import "server-only";
import { now } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { lockSouvenir, moveStock } from "@/lib/vouchers/souvenirs/stock";
import { assertDemo } from "./demo-only";

/** What lies on the demo office's shelf: enough for days of visitors, and one item that soon runs low. */
const SHELF: Readonly<Record<string, number>> = { Payung: 34, "Botol minum": 48, "Tas kain": 7 };
const USUAL = 20;

/** Counts the demo office's souvenirs once. Safe at every start and in several processes: the first count stands. */
export async function stockSouvenirs(requestId: string): Promise<void> {
  assertDemo();
  const uncounted = await reader().souvenir.findMany({ where: { countedAt: null }, select: { id: true } });
  for (const { id } of uncounted) {
    await writeTransaction(async (tx) => {
      const item = await lockSouvenir(tx, id);
      if (!item || item.countedAt !== null) return;
      const at = now();
      const change = SHELF[item.name] ?? USUAL;
      await moveStock(tx, item, { kind: "COUNTED", change, at, byId: null }, requestId, { countedAt: at });
    });
  }
}
