import type { HistoryEntry, VoucherStep } from "@/lib/vouchers/types";

const RECORDED = new Set(["STEP_DONE", "STEP_SETTLED", "STEP_PROMISED"]);

/** A recorded duty that was taken back later. */
export interface UndoneEntry {
  readonly recorded: HistoryEntry;
  readonly undoneAt: number;
}

/** Pairs each undoing with the recording it took back. `history` is in the order of time. */
export function undoneEntries(history: readonly HistoryEntry[]): UndoneEntry[] {
  const standing = new Map<VoucherStep, HistoryEntry>();
  const undone: UndoneEntry[] = [];
  for (const entry of [...history].sort((one, other) => one.at - other.at)) {
    if (entry.step === null) continue;
    if (RECORDED.has(entry.kind)) standing.set(entry.step, entry);
    const recorded = standing.get(entry.step);
    if (entry.kind === "STEP_UNDONE" && recorded) {
      undone.push({ recorded, undoneAt: entry.at });
      standing.delete(entry.step);
    }
  }
  return undone;
}
