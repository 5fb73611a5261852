import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { souvenirNameKey } from "@/lib/office/souvenir-name";
import { now } from "@/lib/platform/clock";
import type { ActionResult } from "@/lib/platform/types";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import { changeItem } from "./change-stock";
import { moveStock } from "./stock";

/** Adds an item with what lies on the shelf. Refuses with NAME_TAKEN, also by an item that was put away. */
export function addSouvenir(
  { account }: StaffContext,
  input: {
    readonly name: string;
    readonly stock: number;
    readonly lowMark: number;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<null>> {
  const { name, lowMark } = input;
  const nameKey = souvenirNameKey(name);
  return oncePerKey<ActionResult<null>>(input.key, `${account.id}:add-souvenir:${nameKey}`, async (tx) => {
    if ((await tx.souvenir.count({ where: { nameKey } })) > 0) return { ok: false, code: "NAME_TAKEN" };
    const at = now();
    const item = await tx.souvenir.create({ data: { name, nameKey, lowMark, countedAt: at, createdAt: at } });
    const actor = { kind: "OFFICER", id: account.id } as const;
    const subject = { kind: "souvenir", id: item.id };
    await appendAudit(tx, { actor, action: "souvenir.added", subject, requestId });
    const first = { kind: "COUNTED", change: input.stock, at, byId: account.id } as const;
    await moveStock(tx, item, first, requestId);
    return { ok: true, value: null };
  });
}

/** Sets when an item is low and whether it is still handed out. Refusals: those of `changeItem`. */
export function changeSouvenir(
  context: StaffContext,
  input: {
    readonly souvenirId: string;
    readonly revision: number;
    readonly lowMark: number;
    readonly retired: boolean;
    readonly key: string;
  },
  requestId: string,
): Promise<ActionResult<null>> {
  const { lowMark, retired } = input;
  return changeItem(context, input, async (tx, item, at) => {
    const retiredAt = retired ? (item.retiredAt ?? at) : null;
    await tx.souvenir.update({
      where: { id: item.id },
      data: { lowMark, retiredAt, revision: { increment: 1 } },
    });
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: context.account.id },
      action: "souvenir.changed",
      subject: { kind: "souvenir", id: item.id },
      data: { lowMark, retired },
      requestId,
    });
    return { ok: true, value: null };
  });
}
