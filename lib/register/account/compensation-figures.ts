import "server-only";
import { waitQuantiles } from "@/lib/queue/wait-quantiles";
import { VOUCHER_STEPS } from "@/lib/rules/voucher-states";
import { count } from "./group-figures";
import type { SouvenirRow, VoucherRow } from "./rows";
import type { ApologyFigures, DutyFigures, SouvenirFigures } from "./types";

/** The three duties over the vouchers that an officer confirmed; withheld and lapsed ones owe nothing. */
export function dutyFigures(vouchers: readonly VoucherRow[]): DutyFigures[] {
  const confirmed = vouchers.filter(({ state }) => state === "CONFIRMED" || state === "COMPLETED");
  return VOUCHER_STEPS.map((step) => {
    const states = confirmed.map(({ steps }) => steps.find((one) => one.step === step)?.state ?? "OPEN");
    const of = (state: (typeof states)[number]) => count(states, (one) => one === state);
    return { step, done: of("DONE"), settled: of("SETTLED"), promised: of("PROMISED"), open: of("OPEN") };
  });
}

/** From slip to apology; nearest-rank percentiles over the apologies given. */
export function apologyFigures(vouchers: readonly VoucherRow[]): ApologyFigures {
  const waits = vouchers.flatMap(({ issuedAt, steps }) => {
    const apology = steps.find(({ step, state }) => step === "APOLOGY" && state === "DONE");
    return apology?.at === null || apology?.at === undefined
      ? []
      : [{ ms: Math.max(0, apology.at - issuedAt), over: true }];
  });
  const [median, ninetieth, longest] = waitQuantiles(waits, [0.5, 0.9, 1]);
  return {
    given: waits.length,
    medianMs: median?.ms ?? null,
    ninetiethMs: ninetieth?.ms ?? null,
    longestMs: longest?.ms ?? null,
  };
}

/** What moved of each souvenir. */
export function souvenirFigures(souvenirs: readonly SouvenirRow[]): SouvenirFigures[] {
  return souvenirs.map(({ name, stock, movements }) => {
    const of = (kind: SouvenirRow["movements"][number]["kind"]) =>
      movements.filter((movement) => movement.kind === kind);
    const sum = (list: SouvenirRow["movements"]) => list.reduce((total, { change }) => total + change, 0);
    return {
      name,
      delivered: sum(of("DELIVERED")),
      // Pieces, not changes: what is handed out before an item was first counted changes no stock.
      handedOut: of("HANDED_OUT").length - of("TAKEN_BACK").length,
      corrected: sum(of("COUNTED")),
      stock,
    };
  });
}
