import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { reader } from "@/lib/platform/database";
import { now } from "@/lib/platform/clock";
import type { Souvenir } from "@/lib/platform/generated/sqlite/client";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { openPromises, promisesKeptSince } from "./promise-queries";
import { levelOf, stockOf } from "./stock";
import type { MovementLine, SouvenirBoard, SouvenirItem, SouvenirRow } from "./types";

const LATEST = 30;
/** A hand-over of the last half day stays on the page, where it may be taken back. */
const KEPT_MS = 12 * 60 * 60 * 1000;

const itemView = (item: Souvenir): SouvenirItem => ({
  id: item.id,
  name: item.name,
  level: levelOf(item),
  stock: stockOf(item),
});

/** What may be handed over, always in the same order, so that a finger finds its key. */
export async function souvenirItems(): Promise<SouvenirItem[]> {
  const rows = await reader().souvenir.findMany({ where: { retiredAt: null }, orderBy: { nameKey: "asc" } });
  return rows.map(itemView);
}

/** The items that staff are warned of: none left, or nearly. */
export async function souvenirsRunningLow(): Promise<SouvenirItem[]> {
  return (await souvenirItems()).filter(({ level }) => level === "LOW" || level === "NONE_LEFT");
}

async function movementLines(): Promise<MovementLine[]> {
  const rows = await reader().souvenirMovement.findMany({
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: LATEST,
    include: { souvenir: { select: { name: true } }, voucher: { select: { number: true } } },
  });
  const names = await accountNames([...new Set(rows.map(({ byId }) => byId).filter((id) => id !== null))]);
  return rows.map((row) => ({
    id: row.id,
    at: row.at.getTime(),
    item: row.souvenir.name,
    kind: row.kind,
    change: row.change,
    stockAfter: row.stockAfter,
    byName: row.byId === null ? null : (names.get(row.byId) ?? "–"),
    reason: row.reason,
    number: row.voucher?.number ?? null,
  }));
}

/** Everything of the page of souvenirs. Nothing personal: numbers and last digits only. */
export async function souvenirBoard(context: StaffContext): Promise<SouvenirBoard> {
  const at = now();
  const [items, open, keptToday, movements] = await Promise.all([
    reader().souvenir.findMany({ orderBy: { nameKey: "asc" } }),
    openPromises(context),
    promisesKeptSince(context, new Date(at.getTime() - KEPT_MS)),
    movementLines(),
  ]);
  const rows = items.map((item): SouvenirRow => {
    const { lowMark, retiredAt, revision } = item;
    return { ...itemView(item), lowMark, retired: retiredAt !== null, revision };
  });
  return { items: rows, open, keptToday, movements, now: at.getTime() };
}
