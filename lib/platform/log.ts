import "server-only";
import pino from "pino";

/** Structured lines on standard output. Callers pass ids and codes, never what a person scanned, typed or is called. */
export const log = pino({
  level: process.env.JANJI_LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
