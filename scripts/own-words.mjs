// What frameworks and libraries say on the console, as lines of the log that hold nothing of what people sent.
import { formatWithOptions } from "node:util";
import pino from "pino";

const LEVELS = { log: "info", info: "info", debug: "debug", warn: "warn", error: "error", trace: "warn" };

/** Where a fault came from: its kind and frames. Its message may hold values, over several lines. */
function traceOf(fault) {
  const code = typeof fault.code === "string" ? fault.code : undefined;
  const digest = typeof fault.digest === "string" ? fault.digest : undefined;
  const stack = fault.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join("\n");
  return { kind: fault.name, code, digest, stack };
}

/**
 * Turns the console into lines of the log. Of what is said while a request is served only faults' kinds and places are
 * kept: a library's words may hold what somebody typed. What ends the process is a line, too.
 */
export function keepOwnWords() {
  const log = pino({
    level: process.env.JANJI_LOG_LEVEL ?? "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method] = (...said) => {
      const requestId = globalThis.__janjiRequests?.getStore()?.id;
      const fault = said.find((one) => one instanceof Error);
      const within = requestId === undefined ? {} : { requestId };
      if (fault) log[level]({ ...within, ...traceOf(fault) }, "fault");
      else if (requestId !== undefined) log[level](within, "a library said something while it served this");
      else log[level](formatWithOptions({ colors: false }, ...said).trim());
    };
  }
  process.on("uncaughtException", (fault) => {
    log.fatal(fault instanceof Error ? traceOf(fault) : { kind: typeof fault }, "the process ends");
    process.exit(1);
  });
}
