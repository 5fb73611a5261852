import type { VoucherRow } from "./book";
import { reader } from "@/lib/platform/database";

const count = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length;

type Trail = (subjectId: string, action: string) => number;

function* promisesOf({ number, promises, souvenirs, events }: VoucherRow, trail: Trail): Generator<string> {
  const undone = new Set(souvenirs.map(({ undoesId }) => undoesId));
  for (const { id, state, held, keptAt } of promises) {
    const pieces = count(
      souvenirs,
      (one) => one.promiseId === id && one.kind === "HANDED_OUT" && !undone.has(one.id),
    );
    if (pieces !== (state === "KEPT" ? 1 : 0)) yield `${number}: a promise ${state}, ${pieces} pieces for it`;
    if ((held === null) !== (state === "CANCELLED")) yield `${number}: a promise ${state}, held ${held}`;
    if ((keptAt === null) !== (state !== "KEPT"))
      yield `${number}: a promise ${state}, kept ${keptAt?.toISOString()}`;
    if (trail(id, "souvenir-promise.made") !== 1) yield `${number}: a promise not made once`;
    const cancelled = trail(id, "souvenir-promise.cancelled");
    if (cancelled !== (state === "CANCELLED" ? 1 : 0)) yield `${number}: ${cancelled} times cancelled`;
  }
  for (const [kind, action] of [
    ["PROMISE_KEPT", "souvenir-promise.kept"],
    ["PROMISE_REOPENED", "souvenir-promise.reopened"],
  ] as const) {
    const told = count(events, (event) => event.kind === kind);
    const audited = promises.reduce((sum, { id }) => sum + trail(id, action), 0);
    if (told !== audited) yield `${number}: ${told} times ${kind}, ${audited} audit rows`;
  }
}

/** Whether what was signed for is what stands now. A promise that is kept stays signed as promised until it is signed anew. */
function stillTrue({ steps, promises, receipts }: VoucherRow): boolean {
  const valid = receipts.find(({ state }) => state === "VALID");
  if (!valid) return true;
  const [apology, gift] = (["APOLOGY", "SOUVENIR"] as const).map((name) =>
    steps.find(({ step }) => step === name),
  );
  const kept = promises.find(({ state }) => state === "KEPT");
  const instants = [gift?.at, kept?.keptAt].map((at) => at?.getTime());
  const souvenirs: Readonly<Record<string, readonly string[]>> = {
    DONE: ["RECEIVED"],
    SETTLED: ["NOT_GIVEN"],
    PROMISED: kept ? ["RECEIVED", "PROMISED"] : ["PROMISED"],
  };
  return (
    apology?.at?.getTime() === valid.apologyAt.getTime() &&
    (apology.state === "DONE") === valid.apologyGiven &&
    (souvenirs[gift?.state ?? ""] ?? []).includes(valid.souvenir) &&
    valid.souvenirAt.getTime() ===
      instants[gift?.state === "PROMISED" && valid.souvenir === "RECEIVED" ? 1 : 0]
  );
}

function* receiptsOf(voucher: VoucherRow, trail: Trail): Generator<string> {
  const { number, receipts, events } = voucher;
  if (count(receipts, ({ state }) => state === "VALID") > 1) yield `${number}: two receipts hold`;
  if (!stillTrue(voucher)) yield `${number}: a receipt holds for what no longer stands`;
  const ended = count(receipts, ({ state }) => state === "SUPERSEDED");
  const signed = count(events, ({ kind }) => kind === "RECEIPT_SIGNED" || kind === "RECEIPT_UNSIGNED");
  if (signed !== receipts.length) yield `${number}: ${signed} times signed, ${receipts.length} receipts`;
  const superseded = count(events, ({ kind }) => kind === "RECEIPT_SUPERSEDED");
  if (superseded !== ended) yield `${number}: ${superseded} times ended, ${ended} receipts`;
  for (const [index, receipt] of receipts.entries()) {
    const { id, seq, state, held, unsignedReason, signature } = receipt;
    if (seq !== index + 1) yield `${number}: receipt ${index + 1} is numbered ${seq}`;
    if ((held === null) !== (state === "SUPERSEDED")) yield `${number}: a receipt ${state}, held ${held}`;
    if ((signature === null) !== (unsignedReason !== null)) yield `${number}: a receipt's signature`;
    if (trail(id, "receipt.signed") !== 1) yield `${number}: a receipt not in the trail once`;
    if (trail(id, "receipt.superseded") !== (held === null ? 1 : 0))
      yield `${number}: an end not in the trail`;
  }
}

/** What must hold of promises and receipts after every moment. */
export async function* papersOf(vouchers: readonly VoucherRow[]): AsyncGenerator<string> {
  const ids = vouchers.flatMap(({ promises, receipts }) => [...promises, ...receipts].map(({ id }) => id));
  const rows = await reader().auditEvent.findMany({
    where: { subjectId: { in: ids } },
    select: { subjectId: true, action: true },
  });
  const trail: Trail = (subjectId, action) =>
    count(rows, (row) => row.subjectId === subjectId && row.action === action);
  for (const voucher of vouchers) {
    yield* promisesOf(voucher, trail);
    yield* receiptsOf(voucher, trail);
  }
}
