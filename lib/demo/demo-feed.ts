import "server-only";
import { localParts } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import { deliveriesBetween, deliveriesUpTo } from "./deliveries";
import { assertDemo } from "./demo-only";
import { refreshShowcase } from "./refresh-showcase";
import { simulateDay } from "./simulate-day";
import type { SimulatedDay } from "./types";

/** Which of the possible demo days is shown. */
const DEMO_SEED = 3;

/** The demo's own queue system: it knows what it has sent, and sends what has happened since. */
export interface DemoFeed {
  /**
   * Delivers the day so far when it is new (also after the clock went on to the next working day), and otherwise what
   * happened since the last call; then brings the showcase up to now. After a fault the next call sends it again.
   */
  deliver(): Promise<void>;
}

/** @throws in real mode */
export function demoFeed(): DemoFeed {
  assertDemo();
  let sent: { readonly day: SimulatedDay; readonly upTo: number } | null = null;
  return {
    deliver: async () => {
      const { timeZone } = await readSettings(reader());
      const instant = now().getTime();
      const serviceDate = localParts(instant, timeZone).date;
      if (sent?.day.serviceDate !== serviceDate) {
        const day = simulateDay({ seed: DEMO_SEED, serviceDate, timeZone });
        await declareOnce(day);
        await ingestTickets(deliveriesUpTo(day, instant), { kind: "DEMO" });
        sent = { day, upTo: instant };
      } else {
        const due = deliveriesBetween(sent.day, sent.upTo, instant);
        if (due.length > 0) await ingestTickets(due, { kind: "DEMO" });
        sent = { day: sent.day, upTo: Math.max(sent.upTo, instant) };
      }
      await refreshShowcase();
    },
  };
}

/** The day's disruption, under one id a date: what an officer made of it since is left alone. */
async function declareOnce({ serviceDate, outage }: SimulatedDay): Promise<void> {
  const id = `demo-outage-${serviceDate}`;
  if (await reader().outage.findUnique({ where: { id }, select: { id: true } })) return;
  const { system, reason } = outage;
  const [startedAt, endedAt] = [new Date(outage.startedAt), new Date(outage.endedAt)];
  try {
    await declareOutage({ id, system, reason, startedAt, endedAt }, { kind: "SYSTEM" }, "demo-feed");
  } catch (fault) {
    // Another process was faster, with the same facts.
    if (!isDuplicate(fault)) throw fault;
  }
}
