import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crash } from "../crash/run";
import { ensureBuilt } from "../support/server";

/** A few in every run; a hundred by `npm run crash`. */
const KILLS = 2;
/** With it PostgreSQL's kills are of every kind. */
const SEED = 5;

const folder = mkdtempSync(path.join(tmpdir(), "janji-crash-"));

beforeAll(() => ensureBuilt());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["sqlite", "postgres"] as const)(
  "killed under load, an office on %s keeps what it promised, once, and nothing by halves",
  async (kind) => {
    const logFile = path.join(folder, `${kind}.jsonl`);
    const { totals, violations } = await crash({ kind, times: KILLS, seed: SEED, logFile });
    expect(violations).toEqual([]);
    // It was under load, and the kills fell among requests.
    expect(totals.acknowledged).toBeGreaterThan(10 * KILLS);
    expect(totals.unanswered).toBeGreaterThan(KILLS);
  },
);
