import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { faultFacts } from "./fault-facts";
import { BusyError, isConnectionFault, isDamage, isUnholdable, KeyTakenError, StorageError } from "./faults";
import { log } from "./log";
import { currentRequestId, noteRequest } from "./request";
import { noteDamage } from "./storage";
import type { ActionResult, GuardAnswer } from "./types";

interface ActionOptions<Context, Schema extends z.ZodType, Result> {
  /** Stable name for the log. */
  readonly name: string;
  /** Authenticates and authorises; runs before the input is even looked at. */
  readonly guard: () => Promise<GuardAnswer<Context>>;
  readonly schema: Schema;
  readonly run: (call: {
    context: Context;
    input: z.output<Schema>;
    requestId: string;
  }) => Promise<ActionResult<Result>>;
}

/**
 * The one wrapper of server actions and route handlers: guard, parse, run, map faults. Expected refusals come back as
 * `{ ok: false, code }`; faults are logged under the request id that the reader gets. Next's own signals pass through.
 */
export function action<Context, Schema extends z.ZodType, Result>(
  options: ActionOptions<Context, Schema, Result>,
) {
  return async (raw: unknown): Promise<ActionResult<Result>> => {
    const requestId = currentRequestId();
    noteRequest({ action: options.name });
    try {
      const guarded = await options.guard();
      if (!guarded.ok) {
        noteRequest({ refused: guarded.code });
        return { ok: false, code: guarded.code };
      }
      const parsed = options.schema.safeParse(raw);
      if (!parsed.success) {
        // Pages send what fits. The fields are for the sender alone: a stranger's may be named with anything.
        noteRequest({ refused: "BAD_INPUT" });
        log.info({ action: options.name, requestId }, "refused input");
        const fields = parsed.error.issues.map((issue) => issue.path.join("."));
        return { ok: false, code: "BAD_INPUT", fields };
      }
      const result = await options.run({ context: guarded.context, input: parsed.data, requestId });
      if (!result.ok) noteRequest({ refused: result.code });
      return result;
    } catch (fault) {
      unstable_rethrow(fault);
      // A database that is changing over to its standby: the same request, under the same key, is answered by the other.
      if (fault instanceof BusyError || isConnectionFault(fault)) {
        log.warn({ action: options.name, requestId }, "busy");
        return { ok: false, code: "BUSY" };
      }
      // A look at a damaged page tells the same as a write to it.
      if (isDamage(fault)) {
        noteDamage();
        return { ok: false, code: "STORAGE" };
      }
      // Already in the log, once, when it began: each scan would fill a full disk further.
      if (fault instanceof StorageError) return { ok: false, code: "STORAGE" };
      if (fault instanceof KeyTakenError) return { ok: false, code: "BAD_INPUT", fields: ["key"] };
      if (isUnholdable(fault)) return { ok: false, code: "BAD_INPUT", fields: [] };
      log.error({ action: options.name, requestId, ...faultFacts(fault) }, "fault");
      return { ok: false, code: "FAULT", requestId };
    }
  };
}
