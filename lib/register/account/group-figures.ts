import "server-only";
import { waitQuantiles, type ObservedWait } from "@/lib/queue/wait-quantiles";
import type { JudgedTicket } from "./judge-tickets";
import type { VoucherRow } from "./rows";
import type { TicketFigures, VoucherFigures, WaitBin, WaitFigures } from "./types";

/** Fifteen minutes: eight bins make the decree's two hours. */
const BIN_MS = 15 * 60_000;
/** The last bin is open: five hours and more. */
const BINS = 21;

const observed = (judged: readonly JudgedTicket[]): ObservedWait[] =>
  judged.flatMap(({ kind, evaluation: { waitedMs } }) =>
    waitedMs !== null && (kind === "SERVED" || kind === "UNSERVED")
      ? [{ ms: waitedMs, over: kind === "SERVED" }]
      : [],
  );

/** Median, 90th percentile and longest of waits, those that had not ended included. */
export function waitFigures(judged: readonly JudgedTicket[]): WaitFigures {
  const waits = observed(judged);
  const [median = null, ninetieth = null] = waitQuantiles(waits, [0.5, 0.9]);
  const longest = waits.reduce<ObservedWait | null>(
    (most, wait) => (most === null || wait.ms > most.ms || (wait.ms === most.ms && !wait.over) ? wait : most),
    null,
  );
  return {
    count: waits.length,
    median,
    ninetieth,
    longest: longest && { ms: longest.ms, atLeast: !longest.over },
  };
}

/** How many of a list there are of a kind. */
export function count<T>(list: readonly T[], is: (one: T) => boolean): number {
  return list.reduce((sum, one) => sum + Number(is(one)), 0);
}

/** What became of tickets. */
export function ticketFigures(judged: readonly JudgedTicket[]): TicketFigures {
  const kind = (wanted: JudgedTicket["kind"]) => count(judged, (one) => one.kind === wanted);
  const passed = judged.filter((one) => one.passed);
  return {
    tickets: judged.length,
    served: kind("SERVED"),
    unserved: kind("UNSERVED"),
    noNumber: kind("NO_NUMBER"),
    unclear: kind("UNCLEAR"),
    passed: passed.length,
    passedUnserved: count(passed, (one) => one.kind === "UNSERVED"),
    disrupted: count(passed, ({ evaluation }) => evaluation.outcome === "OUTAGE"),
    waits: waitFigures(judged),
  };
}

/** What became of vouchers. */
export function voucherFigures(vouchers: readonly VoucherRow[]): VoucherFigures {
  const state = (...wanted: VoucherRow["state"][]) => count(vouchers, (one) => wanted.includes(one.state));
  const granted = count(vouchers, ({ origin }) => origin === "GRANT");
  return {
    issued: vouchers.length,
    kiosk: vouchers.length - granted,
    granted,
    open: state("ISSUED"),
    confirmed: state("CONFIRMED", "COMPLETED"),
    completed: state("COMPLETED"),
    withheld: state("WITHHELD"),
    lapsed: state("LAPSED"),
  };
}

/** How waits are spread, in quarters of an hour; the last bin holds all that are longer. */
export function waitBins(judged: readonly JudgedTicket[]): WaitBin[] {
  const bins = Array.from({ length: BINS }, (_, index) => ({ fromMs: index * BIN_MS, ended: 0, goingOn: 0 }));
  for (const { ms, over } of observed(judged)) {
    // A wait of exactly a bin's end belongs to that bin: exactly two hours is not above two hours.
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.ceil(ms / BIN_MS) - 1))];
    if (bin) bin[over ? "ended" : "goingOn"] += 1;
  }
  return bins;
}

/** Items by a key, in the order in which keys first appear. */
export function groupBy<K, T>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const name = key(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
