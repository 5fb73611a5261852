/** Runs once as the server starts, before it answers anybody. Migrations have been applied by scripts/serve.mjs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { openProcess } = await import("./lib/demo/open-process");
  await openProcess();
}
