import "server-only";
import { localParts } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { isDuplicate } from "@/lib/platform/faults";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import type { TicketPayload } from "@/lib/queue/schema";
import { deliveriesBetween, deliveriesUpTo } from "./deliveries";
import { assertDemo } from "./demo-only";
import { refreshShowcase } from "./refresh-showcase";
import { simulateDay } from "./simulate-day";
import type { SimulatedDay } from "./types";

/** Which of the possible demo days is shown. */
const DEMO_SEED = 3;

const PIECE = 25;

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
        await send(await unknownYet(serviceDate, deliveriesUpTo(day, instant)));
        sent = { day, upTo: instant };
      } else {
        await send(deliveriesBetween(sent.day, sent.upTo, instant));
        sent = { day: sent.day, upTo: Math.max(sent.upTo, instant) };
      }
      await refreshShowcase();
    },
  };
}

/** In small pieces: whoever stands at a kiosk meanwhile waits for one of them, not for the whole day. */
async function send(deliveries: readonly TicketPayload[]): Promise<void> {
  for (let start = 0; start < deliveries.length; start += PIECE) {
    await ingestTickets(deliveries.slice(start, start + PIECE), { kind: "DEMO" });
  }
}

/** What a restart or another process has not delivered already; ingest would take the rest in without effect. */
async function unknownYet(
  serviceDate: string,
  deliveries: readonly TicketPayload[],
): Promise<TicketPayload[]> {
  const rows = await reader().ticket.findMany({
    where: { serviceDate },
    select: { sourceTicketId: true, sourceUpdatedAt: true },
  });
  const known = new Map(rows.map((row) => [row.sourceTicketId, row.sourceUpdatedAt.getTime()]));
  return deliveries.filter(
    ({ ticketId, updatedAt }) => Date.parse(updatedAt) > (known.get(ticketId) ?? -Infinity),
  );
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
