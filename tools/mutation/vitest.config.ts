import path from "node:path";
import Tinypool from "tinypool";
import { defineConfig } from "vitest/config";
import type { Vitest } from "vitest/node";

/**
 * The tests that a slice of the mutants is put to; which ones is said by run.mjs. The product's own configuration would
 * start every test of the house for every mutant.
 */
const root = path.resolve(import.meta.dirname, "../..");
process.env.TZ = "Pacific/Chatham";

/**
 * Loading the product costs more than most tests, so one worker goes on from mutant to mutant: all of them are in the
 * sources at once, and a switch that is read at run time says which is alive. Vitest would end the worker after each.
 */
const warm = process.env.MUTATION_WARM === "1";
if (warm) Tinypool.prototype.recycleWorkers = () => Promise.resolve();

/** A mutant in what is computed once, as a module is loaded, needs a worker that has loaded nothing yet. */
function freshWorkerForStatic(vitest: Vitest): void {
  // Its workers are its own affair by its types; ending them is all that is needed of them here.
  const workers = vitest as unknown as { pool?: { readonly close?: () => Promise<void> } | undefined };
  const start = vitest.start.bind(vitest);
  let stale = false;
  vitest.start = async (filters) => {
    const { mutantActivation, mode } = vitest.getRootProject().getProvidedContext() as Record<
      string,
      unknown
    >;
    const isStatic = mode === "mutant" && mutantActivation === "static";
    if (stale || isStatic) {
      await workers.pool?.close?.();
      workers.pool = undefined;
    }
    stale = isStatic;
    return start(filters);
  };
}

export default defineConfig({
  root,
  resolve: {
    alias: { "@": root, "server-only": path.join(root, "tests/support/server-only.ts") },
  },
  plugins: warm
    ? [{ name: "fresh-worker", configureVitest: ({ vitest }) => freshWorkerForStatic(vitest) }]
    : [],
  test: {
    include: (process.env.MUTATION_TESTS ?? "tests/unit/rules/*.test.ts").split(","),
    setupFiles: [path.join(import.meta.dirname, "same-seed.ts")],
    env: { TEST_DATABASE: "sqlite", JANJI_LOG_LEVEL: "silent" },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "threads",
    isolate: false,
  },
});
