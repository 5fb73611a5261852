import { expect } from "vitest";
import { openSouvenirs } from "@/lib/office/open-souvenirs";
import { reader } from "@/lib/platform/database";
import { countSouvenir, deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { addSouvenir } from "@/lib/vouchers/souvenirs/items";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { newKey } from "../support/keys";

/** An item on the shelf; returns its id. */
export async function givenItem(by: StaffContext, name: string, stock: number, lowMark = 2): Promise<string> {
  await openSouvenirs();
  expect(await addSouvenir(by, { name, stock, lowMark, key: newKey() }, "test")).toMatchObject({ ok: true });
  return (await reader().souvenir.findFirstOrThrow({ where: { name } })).id;
}

export const itemRow = (id: string) => reader().souvenir.findUniqueOrThrow({ where: { id } });

/** A count by somebody who sees the item as it stands. */
export async function count(
  by: StaffContext,
  souvenirId: string,
  counted: number,
  more: { reason?: string; seen?: number; revision?: number; key?: string } = {},
) {
  const { stock: seen, revision } = await itemRow(souvenirId);
  const input = { souvenirId, revision, seen, counted, reason: "Dihitung ulang", key: newKey(), ...more };
  return countSouvenir(by, input, "test");
}

/** A delivery taken in by somebody who sees the item as it stands. */
export async function deliver(
  by: StaffContext,
  souvenirId: string,
  pieces: number,
  more: { revision?: number; key?: string } = {},
) {
  const { revision } = await itemRow(souvenirId);
  return deliverSouvenir(by, { souvenirId, revision, pieces, key: newKey(), ...more }, "test");
}

/** What came and went of one item, in order, as "KIND change=stock". */
export const movementsOf = async (souvenirId: string) =>
  (
    await reader().souvenirMovement.findMany({
      where: { souvenirId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    })
  ).map(({ kind, change, stockAfter }) => `${kind} ${change}=${stockAfter}`);

/** Of every item: never below zero, the sum of its movements, and an audit row for each of them. */
export async function expectBooksToAgree(): Promise<void> {
  const items = await reader().souvenir.findMany({ include: { movements: true } });
  const moves = await reader().auditEvent.findMany({ where: { subjectKind: "souvenir" } });
  const audited = moves.flatMap(({ data }) => (JSON.parse(data) as { movement?: string }).movement ?? []);
  for (const { name, stock, movements } of items) {
    expect(stock, name).toBeGreaterThanOrEqual(0);
    expect(
      movements.reduce((sum, { change }) => sum + change, 0),
      name,
    ).toBe(stock);
  }
  expect(audited.sort()).toEqual(items.flatMap(({ movements }) => movements.map(({ id }) => id)).sort());
}
