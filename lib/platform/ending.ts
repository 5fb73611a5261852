import "server-only";

interface Ending {
  begun: boolean;
  readonly listeners: Set<() => void>;
}

/** Set in motion by scripts/http-server.mjs when the process is told to end; Next may load this module more than once. */
const holder = globalThis as typeof globalThis & { __janjiEnding?: Ending };
const ending = (): Ending => (holder.__janjiEnding ??= { begun: false, listeners: new Set() });

/** Whether this process was told to end: it answers what comes, but nobody should be sent to it any more. */
export const isEnding = (): boolean => ending().begun;

/** Calls `listener` when the process is told to end, so that lines that stay open are closed. Returns how to stop. */
export function onEnding(listener: () => void): () => void {
  const { listeners } = ending();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
