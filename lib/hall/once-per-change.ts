import "server-only";
import { changeMark } from "@/lib/audit/changes";
import { systemNow } from "@/lib/platform/clock";

/** For several askers of one moment, the mark itself is asked for once. */
const SAME_MOMENT_MS = 50;

/**
 * One read for all who ask while nothing has been written: ten tablets that a change wakes together cost one query.
 * The mark is taken before the read, so what is shared is never older than the change that woke them.
 * @param oldestMs an unchanged answer is read anew after this time
 */
export function oncePerChange<T>(read: () => Promise<T>, oldestMs: number): () => Promise<T> {
  let known: { readonly mark: string; readonly readAt: number; readonly value: Promise<T> } | null = null;
  let asking: { readonly at: number; readonly mark: Promise<string> } | null = null;
  const mark = () => {
    const at = systemNow().getTime();
    if (asking === null || at - asking.at > SAME_MOMENT_MS) asking = { at, mark: changeMark() };
    return asking.mark;
  };
  return async () => {
    const current = await mark();
    const at = systemNow().getTime();
    if (known?.mark === current && at - known.readAt < oldestMs) return known.value;
    const value = read();
    const fresh = { mark: current, readAt: at, value };
    known = fresh;
    value.catch(() => {
      // A failed read is nobody's answer for longer than its own askers'.
      if (known === fresh) known = null;
    });
    return value;
  };
}
