import { z } from "zod";
import { kioskGuard } from "@/lib/access/guards";
import { callOfficer, cancelCall } from "@/lib/access/officer-calls";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";
import { printProgress, settlePrintJob } from "@/lib/printing/print-jobs";
import type { PrintProgress } from "@/lib/printing/types";
import { printProgressInput, settlePrintInput } from "@/lib/printing/schema";
import { reprintLimited } from "../check-at-kiosk";
import { answered, jsonBody } from "../json-body";

export const dynamic = "force-dynamic";

const settle = action({
  name: "kiosk.settle-print",
  guard: kioskGuard,
  schema: settlePrintInput,
  run: ({ context, input, requestId }) => settlePrintJob({ kioskId: context.kiosk.id }, input, requestId),
});

const progress = action({
  name: "kiosk.print-progress",
  guard: kioskGuard,
  schema: printProgressInput,
  run: async ({ context, input }): Promise<ActionResult<PrintProgress>> => {
    const value = await printProgress({ kioskId: context.kiosk.id }, input.printJobId);
    return value ? { ok: true, value } : { ok: false, code: "UNKNOWN_JOB" };
  },
});

const call = action({
  name: "kiosk.call-officer",
  guard: kioskGuard,
  schema: z.strictObject({ cancel: z.boolean() }),
  run: ({ context, input, requestId }) =>
    input.cancel ? cancelCall(context.kiosk.id, requestId) : callOfficer(context.kiosk.id, requestId),
});

/** All that a kiosk may do besides checking a booking. */
const ASKS = new Map<string, (raw: unknown) => Promise<ActionResult<unknown>>>([
  // The one unaided reprint, of the booking that was scanned. `{ payload, key }`
  ["reprint", reprintLimited],
  // What became of a slip. `{ printJobId, state }`
  ["settle-print", settle],
  // How a slip of its own that the server prints is doing. `{ printJobId }`
  ["print-progress", progress],
  // Asks for an officer, or takes the call back. `{ cancel }`
  ["call-officer", call],
]);

/** A kiosk's request by name: `{ name, input }`. Each guards and parses by itself. */
export async function POST(request: Request): Promise<Response> {
  const body = await jsonBody(request);
  if ("refused" in body) return body.refused;
  const { value } = body;
  const named = typeof value === "object" && value !== null && "name" in value && "input" in value;
  const ask = named && typeof value.name === "string" ? ASKS.get(value.name) : undefined;
  return answered(named && ask ? await ask(value.input) : { ok: false, code: "BAD_INPUT" });
}
