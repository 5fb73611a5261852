import "server-only";

/** Lines of live news that one account may hold open in a process: some tablets with some tabs each, and no flood. */
export const MOST_LINES = 100;

// Next may load this module more than once in a process; each account's count must still be one.
const holder = globalThis as typeof globalThis & { __janjiLines?: Map<string, number> };

/** Takes one of an account's lines. @returns what gives it back, once; null when all are taken. */
export function takeLine(accountId: string): (() => void) | null {
  const lines = (holder.__janjiLines ??= new Map<string, number>());
  const taken = lines.get(accountId) ?? 0;
  if (taken >= MOST_LINES) return null;
  lines.set(accountId, taken + 1);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = (lines.get(accountId) ?? 1) - 1;
    if (left > 0) lines.set(accountId, left);
    else lines.delete(accountId);
  };
}
