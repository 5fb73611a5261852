import "server-only";
import { monitorRefusal } from "@/lib/access/monitor-guard";
import { faultFacts } from "@/lib/platform/fault-facts";
import { health } from "@/lib/platform/health";
import { log } from "@/lib/platform/log";
import { metricsText } from "./metrics";
import { healthReport } from "./report";
import type { HealthReport } from "./types";

const noStore = { "cache-control": "no-store" };

/** Whether the process answers at all: what a supervisor of processes restarts it by. It asks nothing of the database. */
export const tellLive = (): Response => Response.json({ ok: true }, { headers: noStore });

/** Whether requests should be sent here: 503 with one word why not, also from the word to end until the end. */
export async function tellReady(): Promise<Response> {
  const state = await health();
  const ready = state === "OK";
  return Response.json(ready ? { ok: true } : { ok: false, reason: state }, {
    status: ready ? 200 : 503,
    headers: noStore,
  });
}

const instant = (ms: number | null | undefined) =>
  ms === null || ms === undefined ? null : new Date(ms).toISOString();

/** The report with instants as people and machines write them, in UTC. */
const told = ({ at, level, checks }: HealthReport) => ({
  at: instant(at),
  level,
  checks: checks.map(({ key, level, state, measured, unit, since, names, failedAt }) => ({
    check: key,
    level,
    state,
    measured,
    unit,
    since: instant(since),
    ...(names && names.length > 0 ? { names } : {}),
    ...(failedAt ? { failedAt: instant(failedAt) } : {}),
  })),
});

/** Every check with what was measured and since when, for whoever shows the monitor's token. Always 200: read `level`. */
export async function tellReport(request: Request): Promise<Response> {
  const refused = await monitorRefusal(request);
  return refused ?? Response.json(told(await healthReport()), { headers: noStore });
}

/** The metrics, for whoever shows the monitor's token; 503 where the database cannot be asked for the office's. */
export async function tellMetrics(request: Request): Promise<Response> {
  const refused = await monitorRefusal(request);
  if (refused) return refused;
  try {
    const { text, contentType } = await metricsText();
    return new Response(text, { headers: { ...noStore, "content-type": contentType } });
  } catch (fault) {
    log.warn(faultFacts(fault), "metrics could not be gathered");
    return new Response(null, { status: 503, headers: noStore });
  }
}
