import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": path.resolve(import.meta.dirname),
  "server-only": path.resolve(import.meta.dirname, "tests/support/server-only.ts"),
};

/** An awkward zone on purpose: 45 minutes off the hour, with daylight saving, on the far side of the date line. */
process.env.TZ = "Pacific/Chatham";

/**
 * What SQLite's run proves for both: words, rights and screens' answers, which rest on no lock, order or type of a
 * database. PostgreSQL runs all the rest; `npx vitest run --project db-postgres tests/db/NAME` runs one of these, too,
 * once it is taken from this list.
 */
const SAME_ON_BOTH = [
  ...["access-accounts", "access-feed-tokens", "access-guards", "access-kiosks", "access-pairs"],
  ...["access-sign-in", "applicant-flag", "applicant-record", "change-calendar", "check-evidence"],
  ...["demo-office", "demo-showcase", "drop-folder", "feed-api", "find-voucher", "import"],
  ...["kiosk-outcomes", "kiosk-privacy", "looks", "paper-content", "printing-failures"],
  ...["receipt-documents", "settings", "souvenir-evidence", "tablet-evidence", "tablet-views"],
  "withhold-evidence",
].map((name) => `tests/db/${name}.test.ts`);

/** Moves an office to PostgreSQL, from a file of its own. */
const TO_POSTGRES = ["tests/db/move-office.test.ts"];

/** Puts its own module in the place of one that others load as it is, so it shares no process with them. */
const APART = ["tests/db/access-guards.test.ts"];

const database = (kind: "sqlite" | "postgres", apart = false) => ({
  resolve: { alias },
  test: {
    name: apart ? `db-${kind}-apart` : `db-${kind}`,
    include: apart ? APART : ["tests/db/**/*.test.ts"],
    exclude: [...(apart ? [] : APART), ...(kind === "postgres" ? SAME_ON_BOTH : TO_POSTGRES)],
    env: { TEST_DATABASE: kind, JANJI_LOG_LEVEL: "silent" },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: [
      "tests/support/templates.ts",
      ...(kind === "postgres" ? ["tests/support/postgres-server.ts"] : []),
    ],
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          env: { JANJI_LOG_LEVEL: "silent" },
          testTimeout: 60_000,
        },
      },
      database("sqlite"),
      database("sqlite", true),
      database("postgres"),
      {
        resolve: { alias },
        test: {
          name: "processes",
          include: ["tests/processes/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // Servers under test wait for disks and clocks more than they compute: two files at a time, as there are cores.
          pool: "forks",
        },
      },
    ],
    poolOptions: { forks: { maxForks: 2 } },
    pool: "forks",
    // Only where it is asked for (npm run coverage, and npm test): what decides and what a voucher goes through.
    coverage: {
      provider: "v8",
      include: ["lib/rules/**/*.ts", "lib/vouchers/**/*.ts"],
      reportsDirectory: "test-results/coverage",
      reporter: [["text", { skipFull: true, maxCols: 110 }], "json-summary"],
      thresholds: { "lib/rules/**": { branches: 95 }, "lib/vouchers/**": { branches: 95 } },
    },
  },
});
