"use server";

import { revalidatePath } from "next/cache";
import { rightGuard } from "@/lib/access/guards";
import { idInput, renameInput } from "@/lib/access/schema";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { addPrinter, assignPrinter, removePrinter, renamePrinter, testPrint } from "@/lib/printing/printers";
import { addPrinterInput, assignPrinterInput } from "@/lib/printing/schema";

const guard = rightGuard("devices.manage");
const by = (accountId: string, requestId: string) => ({
  actor: { kind: "OFFICER", id: accountId } as const,
  requestId,
});

/** Both pages of devices show printers. */
function shownAnew<T>(answer: T): T {
  revalidatePath("/staff/devices", "layout");
  return answer;
}

const add = action({
  name: "printer.add",
  guard,
  schema: addPrinterInput,
  run: async ({ context, input, requestId }) =>
    shownAnew(await addPrinter(input, by(context.account.id, requestId))),
});

const rename = action({
  name: "printer.rename",
  guard,
  schema: renameInput,
  run: async ({ context, input, requestId }) =>
    shownAnew(await renamePrinter(input.id, input.name, by(context.account.id, requestId))),
});

const remove = action({
  name: "printer.remove",
  guard,
  schema: idInput,
  run: async ({ context, input, requestId }) =>
    shownAnew(await removePrinter(input.id, by(context.account.id, requestId))),
});

const assign = action({
  name: "printer.assign",
  guard,
  schema: assignPrinterInput,
  run: async ({ context, input, requestId }) =>
    shownAnew(await assignPrinter(input.kioskId, input.printerId, by(context.account.id, requestId))),
});

const test = action({
  name: "printer.test",
  guard,
  schema: idInput,
  run: ({ context, input, requestId }) =>
    testPrint(input.id, context.account.id, by(context.account.id, requestId)),
});

/** `{ name, host, port, paperWidth }`: a receipt printer of the office's own network. */
export async function addPrinterAction(input: unknown): Promise<ActionResult<{ readonly id: string }>> {
  return add(input);
}

/** `{ id, name }` */
export async function renamePrinterAction(input: unknown): Promise<ActionResult<null>> {
  return rename(input);
}

/** `{ id }`: its kiosks print with their own browsers again. */
export async function removePrinterAction(input: unknown): Promise<ActionResult<null>> {
  return remove(input);
}

/** `{ kioskId, printerId }`; null gives the kiosk back to its own browser. */
export async function assignPrinterAction(input: unknown): Promise<ActionResult<null>> {
  return assign(input);
}

/** `{ id }`: prints a slip that says it is a test. */
export async function testPrintAction(
  input: unknown,
): Promise<ActionResult<{ readonly printJobId: string }>> {
  return test(input);
}
