import "server-only";
import type { CaseRecord, CaseVoucher } from "./gather";
import type { TimelineEntry, TimelineKind } from "./types";

const KNOWN: ReadonlySet<string> = new Set<string>([
  ...["ISSUED", "GRANTED", "CONFIRMED", "STEP_DONE", "STEP_SETTLED", "STEP_PROMISED", "STEP_UNDONE"],
  ...["COMPLETED", "WITHHELD", "REOPENED", "LAPSED", "PROMISE_KEPT", "PROMISE_REOPENED"],
  ...["RECEIPT_SIGNED", "RECEIPT_UNSIGNED", "RECEIPT_SUPERSEDED"],
]);

const CALL_ENDS = { CALLED: null, SERVED: "COUNTER_SERVED", ABSENT: "COUNTER_ABSENT" } as const;

/** The voucher's life as it was written; slips are told by their print jobs. */
function life(voucher: CaseVoucher, kioskNames: CaseRecord["kioskNames"]): TimelineEntry[] {
  return voucher.events
    .filter(({ kind }) => kind !== "REPRINTED")
    .map((event): TimelineEntry => {
      const kind = (KNOWN.has(event.kind) ? `VOUCHER_${event.kind}` : "VOUCHER_OTHER") as TimelineKind;
      return {
        id: event.id,
        at: event.at.getTime(),
        kind,
        byName: event.byId,
        place: event.kind === "ISSUED" ? (kioskNames.get(voucher.kioskId ?? "") ?? null) : null,
        step: event.step,
        item: KNOWN.has(event.kind) ? voucher.number : event.kind,
        note: event.reason,
      };
    });
}

function slips({ ticket, promisePrints, kioskNames }: CaseRecord): TimelineEntry[] {
  const jobs = [...(ticket.voucher?.printJobs ?? []), ...promisePrints];
  return jobs.map(({ id, kind, copy, createdAt, byId, kioskId, state }) => ({
    id,
    at: createdAt.getTime(),
    kind: kind === "PROMISE" ? "PROMISE_PRINTED" : copy > 1 ? "REPRINTED" : "PRINTED",
    byName: byId,
    place: kioskNames.get(kioskId ?? "") ?? null,
    count: copy,
    item: state,
  }));
}

/** The newest call to a counter and how it ended; how often it was called before is its count. */
function calls({ counterCall: call }: CaseVoucher): TimelineEntry[] {
  if (!call) return [];
  const { counter: place, calls: count } = call;
  const called: TimelineEntry = {
    id: "counter-call",
    at: call.calledAt.getTime(),
    kind: "COUNTER_CALLED",
    byName: call.calledById,
    place,
    count,
  };
  const end = CALL_ENDS[call.state];
  if (!end || !call.endedAt) return [called];
  return [called, { id: "counter-call-end", at: call.endedAt.getTime(), kind: end, place }];
}

function stock(voucher: CaseVoucher): TimelineEntry[] {
  return voucher.souvenirs.flatMap(({ id, at, kind, byId, stockAfter, souvenir, reason }) =>
    kind === "HANDED_OUT" || kind === "TAKEN_BACK"
      ? {
          id,
          at: at.getTime(),
          kind: `STOCK_${kind}` as const,
          byName: byId,
          count: stockAfter,
          item: souvenir.name,
          note: reason,
        }
      : [],
  );
}

/** The voucher's part of the timeline: its life, slips, calls to a counter, and what left and came back to the stock. */
export function voucherEntries(record: CaseRecord): TimelineEntry[] {
  const { voucher } = record.ticket;
  if (!voucher) return [];
  return [...life(voucher, record.kioskNames), ...slips(record), ...calls(voucher), ...stock(voucher)];
}
