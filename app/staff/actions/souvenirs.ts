"use server";

import { rightGuard } from "@/lib/access/guards";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import type { PrintedBy, PromiseSlip } from "@/lib/printing/types";
import { countSouvenir, deliverSouvenir } from "@/lib/vouchers/souvenirs/change-stock";
import { addSouvenir, changeSouvenir } from "@/lib/vouchers/souvenirs/items";
import { keepPromise, reopenPromise } from "@/lib/vouchers/souvenirs/keep-promise";
import { printPromise } from "@/lib/vouchers/souvenirs/print-promise";
import { findPromises } from "@/lib/vouchers/souvenirs/promise-queries";
import {
  addSouvenirInput,
  changeSouvenirInput,
  countSouvenirInput,
  deliverSouvenirInput,
  findPromisesInput,
  keepPromiseInput,
  printPromiseInput,
  reopenPromiseInput,
} from "@/lib/vouchers/souvenirs/schema";
import type { PromiseView } from "@/lib/vouchers/souvenirs/types";

const guard = rightGuard("souvenirs.manage");

const add = action({
  name: "staff.add-souvenir",
  guard,
  schema: addSouvenirInput,
  run: ({ context, input, requestId }) => addSouvenir(context, input, requestId),
});

const change = action({
  name: "staff.change-souvenir",
  guard,
  schema: changeSouvenirInput,
  run: ({ context, input, requestId }) => changeSouvenir(context, input, requestId),
});

const deliver = action({
  name: "staff.deliver-souvenir",
  guard,
  schema: deliverSouvenirInput,
  run: ({ context, input, requestId }) => deliverSouvenir(context, input, requestId),
});

const count = action({
  name: "staff.count-souvenir",
  guard,
  schema: countSouvenirInput,
  run: ({ context, input, requestId }) => countSouvenir(context, input, requestId),
});

const find = action({
  name: "staff.find-promises",
  guard: rightGuard("records.see"),
  schema: findPromisesInput,
  run: async ({ context, input }) => ({ ok: true, value: await findPromises(context, input.query) }),
});

const keep = action({
  name: "staff.keep-promise",
  guard: rightGuard("voucher.confirm"),
  schema: keepPromiseInput,
  run: ({ context, input, requestId }) => keepPromise(context, input, requestId),
});

const reopen = action({
  name: "staff.reopen-promise",
  guard: rightGuard("voucher.confirm"),
  schema: reopenPromiseInput,
  run: ({ context, input, requestId }) => reopenPromise(context, input, requestId),
});

const print = action({
  name: "staff.print-promise",
  guard: rightGuard("voucher.confirm"),
  schema: printPromiseInput,
  run: ({ context, input, requestId }) => printPromise(context, input, requestId),
});

/** Adds an item with what lies on the shelf. */
export async function addSouvenirAction(raw: unknown): Promise<ActionResult<null>> {
  return add(raw);
}

/** Sets when an item is low and whether it is still handed out. */
export async function changeSouvenirAction(raw: unknown): Promise<ActionResult<null>> {
  return change(raw);
}

/** Takes a delivery in. */
export async function deliverSouvenirAction(raw: unknown): Promise<ActionResult<null>> {
  return deliver(raw);
}

/** Sets the stock to what was counted, with a reason. */
export async function countSouvenirAction(raw: unknown): Promise<ActionResult<null>> {
  return count(raw);
}

/** The promises that a slip, a number or a booking letter means. */
export async function findPromisesAction(raw: unknown): Promise<ActionResult<PromiseView[]>> {
  return find(raw);
}

/** Hands over what was promised; it leaves the stock now. */
export async function keepPromiseAction(raw: unknown): Promise<ActionResult<PromiseView>> {
  return keep(raw);
}

/** Takes such a hand-over back. */
export async function reopenPromiseAction(raw: unknown): Promise<ActionResult<PromiseView>> {
  return reopen(raw);
}

/** A promise's slip: on a printer of the hall, or as data for the tablet to print. */
export async function printPromiseAction(
  raw: unknown,
): Promise<ActionResult<{ printJobId: string; printedBy: PrintedBy; slip: PromiseSlip }>> {
  return print(raw);
}
