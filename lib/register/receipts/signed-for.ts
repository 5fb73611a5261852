import "server-only";
import type { Tx } from "@/lib/platform/database";
import type { LockedVoucher } from "@/lib/vouchers/locked-voucher";
import type { ReceiptSouvenir } from "./types";

/** What a receipt is signed for, as it stands: each part with when and by whom it was recorded. */
export interface SignedFor {
  readonly apologyGiven: boolean;
  readonly apologyAt: Date;
  readonly apologyById: string;
  readonly souvenir: ReceiptSouvenir;
  readonly item: string | null;
  readonly souvenirAt: Date;
  readonly souvenirById: string;
}

interface Kept {
  readonly at: Date;
  readonly byId: string;
  readonly item: string;
}

/** The hand-over of a voucher's promise, if there was one. Locks the promise, so that it is not undone meanwhile. */
async function keptPromise(tx: Tx, voucherId: string, at: Date): Promise<Kept | null> {
  const [promise] = await tx.souvenirPromise.updateManyAndReturn({
    where: { held: voucherId },
    data: { updatedAt: at },
  });
  if (promise?.state !== "KEPT" || !promise.keptAt || !promise.keptById) return null;
  const movement = await tx.souvenirMovement.findFirst({
    where: { promiseId: promise.id, kind: "HANDED_OUT", undoneBy: null },
    orderBy: { at: "desc" },
    select: { souvenir: { select: { name: true } } },
  });
  return movement && { at: promise.keptAt, byId: promise.keptById, item: movement.souvenir.name };
}

/**
 * What there is to sign for on a voucher whose row is locked; null until apology and souvenir are both recorded, and
 * where neither was given.
 */
export async function readSignedFor(tx: Tx, locked: LockedVoucher, at: Date): Promise<SignedFor | null> {
  const apology = locked.steps.find(({ step }) => step === "APOLOGY");
  const gift = locked.steps.find(({ step }) => step === "SOUVENIR");
  if (!apology?.at || !apology.byId || !gift?.at || !gift.byId) return null;
  const apologyGiven = apology.state === "DONE";
  if (!apologyGiven && gift.state === "SETTLED") return null;
  const kept = gift.state === "PROMISED" ? await keptPromise(tx, locked.voucher.id, at) : null;
  const souvenir = gift.state === "PROMISED" ? (kept ? "RECEIVED" : "PROMISED") : null;
  return {
    apologyGiven,
    apologyAt: apology.at,
    apologyById: apology.byId,
    souvenir: souvenir ?? (gift.state === "DONE" ? "RECEIVED" : "NOT_GIVEN"),
    item: kept?.item ?? (gift.state === "SETTLED" ? null : gift.note),
    souvenirAt: kept?.at ?? gift.at,
    souvenirById: kept?.byId ?? gift.byId,
  };
}
