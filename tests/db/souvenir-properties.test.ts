import fc from "fast-check";
import { expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { openPromises } from "@/lib/vouchers/souvenirs/promise-queries";
import { undoStep } from "@/lib/vouchers/undo-step";
import { newKey } from "../support/keys";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { count, deliver, expectBooksToAgree, givenItem } from "./souvenir-given";
import { givenVoucher, tap } from "./tablet-given";

useTestDatabase();

const ITEMS = ["Ransel", "Topi"] as const;
const VOUCHERS = 5;

const voucher = fc.nat(VOUCHERS - 1);
const item = fc.constantFrom(...ITEMS);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("hand"), voucher, item }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("promise"), voucher, item }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo"), voucher, item }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("keep"), voucher, item }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen"), voucher, item }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("deliver"), voucher, item }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("count"), voucher, item }) },
);

// Some acts happen at the same moment, as on several tablets: each inner list is one moment.
const days = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 8 });

test("whatever happens in whatever order, no stock is negative and every stock is the sum of its movements", async () => {
  const supervisor = await givenStaff("supervisor");
  const vouchers: string[] = [];
  for (let number = 1; number <= VOUCHERS; number += 1) vouchers.push(await givenVoucher(number));
  const ids: Record<string, string> = {};
  for (const name of ITEMS) ids[name] = await givenItem(supervisor, name, 2);
  const reason = "Alasan contoh";

  const run = async (one: { kind: string; voucher: number; item: string }): Promise<unknown> => {
    const voucherId = vouchers[one.voucher] ?? "";
    const souvenirId = ids[one.item] ?? "";
    const promise = await reader().souvenirPromise.findFirst({ where: { held: voucherId } });
    const promiseId = promise?.id ?? "00000000-0000-4000-8000-000000000000";
    const key = newKey();
    switch (one.kind) {
      case "hand":
        return tap(supervisor, voucherId, "SOUVENIR", { item: one.item });
      case "promise":
        return tap(supervisor, voucherId, "SOUVENIR", { item: one.item, promised: true });
      case "undo":
        return undoStep(supervisor, { voucherId, step: "SOUVENIR", reason, key }, "test");
      case "keep":
        return keepPromise(supervisor, { promiseId, souvenirId, key }, "test");
      case "reopen":
        return reopenPromise(supervisor, { promiseId, reason, key }, "test");
      case "deliver":
        return deliver(supervisor, souvenirId, 1);
      default:
        return count(supervisor, souvenirId, one.voucher);
    }
  };

  /** Each voucher holds at most one souvenir: in its step, by its promise, or none. */
  const heldOf = (voucherId: string) =>
    reader().souvenirMovement.count({ where: { voucherId, kind: "HANDED_OUT", undoneBy: null } });

  await fc.assert(
    fc.asyncProperty(days, async (moments) => {
      for (const moment of moments) await Promise.all(moment.map(run));
      await expectBooksToAgree();
      const open = new Set((await openPromises(supervisor)).map(({ voucherId }) => voucherId));
      for (const voucherId of vouchers) {
        const step = await reader().voucherStep.findUniqueOrThrow({
          where: { voucherId_step: { voucherId, step: "SOUVENIR" } },
        });
        const owed = step.state === "DONE" || (step.state === "PROMISED" && !open.has(voucherId));
        expect(await heldOf(voucherId)).toBe(owed ? 1 : 0);
      }
    }),
    { numRuns: 12 },
  );
}, 240_000);
