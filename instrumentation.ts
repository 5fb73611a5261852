import type { Instrumentation } from "next";

/** Runs once as the server starts, before it answers anybody. Migrations have been applied by scripts/serve.mjs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { openOrEnd } = await import("./lib/demo/open-or-end");
  await openOrEnd();
}

/**
 * A page or route that failed, with the digest that its reader sees and the request's id. The message stays out: it may
 * hold what somebody typed.
 */
export const onRequestError: Instrumentation.onRequestError = async (fault, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/platform/log");
  const { faultFacts } = await import("./lib/platform/fault-facts");
  log.error({ route: context.routePath, ...faultFacts(fault) }, "a page or route failed");
};
