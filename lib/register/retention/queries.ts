import "server-only";
import type { SignedInAccount } from "@/lib/access/types";
import { retentionTroubles } from "@/lib/office/retention";
import { readSettings } from "@/lib/office/settings";
import { reader } from "@/lib/platform/database";
import type { RetentionRun } from "@/lib/platform/generated/sqlite/client";
import type { RetentionRunView, RetentionView } from "./types";

const RUNS_SHOWN = 14;

/** A run as people see it. */
export function runView(run: RetentionRun): RetentionRunView {
  const { id, byHand, upTo, days, tickets, vouchers, signatures, requests, files } = run;
  return {
    id,
    startedAt: run.startedAt.getTime(),
    finishedAt: run.finishedAt?.getTime() ?? null,
    byHand,
    ...{ upTo, days, tickets, vouchers, signatures, requests, files },
  };
}

/** The newest removals, and whether the daily one is late. Dates and counts: nothing in it tells of a person. */
export async function retentionView(_context: { readonly account: SignedInAccount }): Promise<RetentionView> {
  const [{ retention }, runs, troubles] = await Promise.all([
    readSettings(reader()),
    reader().retentionRun.findMany({ orderBy: { startedAt: "desc" }, take: RUNS_SHOWN }),
    retentionTroubles(),
  ]);
  return { days: retention.days, runs: runs.map(runView), late: troubles.length > 0 };
}
