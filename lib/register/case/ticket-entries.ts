import "server-only";
import type { Contradiction } from "@/lib/queue/types";
import type { CaseRecord } from "./gather";
import type { TimelineEntry, TimelineKind } from "./types";

const TOLD: Readonly<Record<string, TimelineKind>> = {
  DECLARED: "OUTAGE_DECLARED",
  ENDED: "OUTAGE_ENDED",
};

/** What the hall's times say, with the end of the promise among them. */
function times({ ticket, thresholdMs }: CaseRecord): TimelineEntry[] {
  const { voucher } = ticket;
  const from = voucher?.ticketAt ?? ticket.biometricTicketAt;
  const moments: readonly [TimelineKind, Date | null][] = [
    ["NUMBER", ticket.biometricTicketAt],
    ["PROMISE_ENDS", from && new Date(from.getTime() + thresholdMs)],
    ["CALLED", ticket.calledAt],
    ["STARTED", ticket.biometricStartedAt],
    ["FINISHED", ticket.completedAt],
  ];
  return moments.flatMap(([kind, at]) => (at ? { id: kind, at: at.getTime(), kind } : []));
}

/** A disruption that fell into the promise, and who said what of it when: perhaps only after a voucher was issued. */
function disruption(outage: CaseRecord["outages"][number]): TimelineEntry[] {
  const { id, system: place, reason, startedAt, endedAt, events } = outage;
  const until = endedAt?.getTime() ?? null;
  return [
    { id, at: startedAt.getTime(), kind: "OUTAGE", place, until, note: reason },
    ...events.map((event): TimelineEntry => ({
      id: event.id,
      at: event.at.getTime(),
      // One that was withdrawn is not here, but it may have been withdrawn and stated again.
      kind: TOLD[event.kind] ?? "OUTAGE_CORRECTED",
      byName: event.byId,
      place: event.system,
      note: event.note,
    })),
  ];
}

/**
 * The ticket's own part of the timeline: its times, disruptions within the promise, alerts of the hall that were seen,
 * corrections that contradict the voucher, and written decisions that no voucher tells of.
 */
export function ticketEntries(record: CaseRecord): TimelineEntry[] {
  const { ticket, outages } = record;
  return [
    ...times(record),
    ...outages.flatMap(disruption),
    ...ticket.acknowledgements.map(({ level, byId, at }): TimelineEntry => ({
      id: `seen-${level}`,
      at: at.getTime(),
      kind: "HALL_SEEN",
      byName: byId,
      count: level,
    })),
    ...ticket.rulings
      .filter(({ voucherId }) => voucherId === null)
      .map(({ id, kind, reason, byId, at }): TimelineEntry => ({
        id,
        at: at.getTime(),
        kind: `RULING_${kind}`,
        byName: byId,
        note: reason || null,
      })),
    ...ticket.alerts.flatMap(({ id, at, data, resolvedAt, resolvedById, note }): TimelineEntry[] => {
      const changes = JSON.parse(data) as Contradiction[];
      const raised: TimelineEntry = { id, at: at.getTime(), kind: "CONTRADICTION", changes };
      if (!resolvedAt) return [raised];
      const resolved = { kind: "CONTRADICTION_RESOLVED", byName: resolvedById, note } as const;
      return [raised, { id: `${id}-resolved`, at: resolvedAt.getTime(), ...resolved }];
    }),
  ];
}
