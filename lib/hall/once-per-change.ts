import "server-only";
import { changeMark } from "@/lib/audit/changes";
import { systemNow } from "@/lib/platform/clock";

/** Lets everybody who asks in one turn of the event loop share a question that begins after all of them asked. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let next: Promise<T> | null = null;
  return () =>
    (next ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      next = null;
      return ask();
    }));
}

/**
 * One read for all who ask while nothing has been written: ten tablets that a change wakes together cost one query.
 * The mark is taken after the question and before the read, so an answer is never older than who asks for it.
 * @param oldestMs an unchanged answer is read anew after this time
 */
export function oncePerChange<T>(read: () => Promise<T>, oldestMs: number): () => Promise<T> {
  let known: { readonly mark: string; readonly readAt: number; readonly value: Promise<T> } | null = null;
  const mark = together(changeMark);
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
