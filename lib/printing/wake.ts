import "server-only";

/** Next may load this module more than once in a process: whoever queues and whoever prints must meet in one place. */
const holder = globalThis as typeof globalThis & { __janjiPrintWaiters?: Set<() => void> };

/** Tells this process's printing that a job waits. Call it after the transaction that queued the job. */
export function wakePrinting(): void {
  for (const waiter of [...(holder.__janjiPrintWaiters ?? [])]) waiter();
}

/** Calls `waiter` at every wake; returns how to stop. Jobs of other processes are found by looking. */
export function onWake(waiter: () => void): () => void {
  const waiters = (holder.__janjiPrintWaiters ??= new Set());
  waiters.add(waiter);
  return () => waiters.delete(waiter);
}
