import "server-only";
import pino from "pino";
import { runningRequestId } from "./request";

/**
 * Structured lines on standard output; within a request each carries its id. Callers pass ids and codes, never what a
 * person scanned, typed or is called.
 */
export const log = pino({
  level: process.env.JANJI_LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: () => {
    const requestId = runningRequestId();
    return requestId === null ? {} : { requestId };
  },
});
