import { WedgeReader, type WedgeKey } from "@/components/scan/wedge-reader";

type Timer = ReturnType<typeof setTimeout>;

/** A reader on a clock of its own: time passes only from key to key. */
export function readerOnDesk() {
  const due = new Map<number, { readonly at: number; readonly work: () => void }>();
  const scans: string[] = [];
  let now = 0;
  let id = 0;
  const reader = new WedgeReader(
    (text) => scans.push(text),
    (work, ms) => {
      id += 1;
      due.set(id, { at: now + ms, work });
      return id as unknown as Timer;
    },
    (timer) => void due.delete(timer as unknown as number),
  );
  /** Until this instant: everything due before it happens, in its order. */
  const passTo = (instant: number) => {
    for (;;) {
      const next = [...due].filter(([, { at }]) => at < instant).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!next) break;
      due.delete(next[0]);
      now = next[1].at;
      next[1].work();
    }
    now = Math.max(now, instant);
  };
  return {
    scans,
    /** One key after a pause; @returns whether the page was kept from it. */
    press: (key: Omit<WedgeKey, "at">, afterMs: number) => {
      passTo(now + afterMs);
      return reader.read({ ...key, at: now });
    },
    /** One key that a busy page hears only now: the device typed it so much earlier. */
    pressLate: (key: Omit<WedgeKey, "at">, lateMs: number) => reader.read({ ...key, at: now - lateMs }),
    release: (key: string, afterMs: number) => {
      passTo(now + afterMs);
      reader.release({ key, at: now });
    },
    rest: (ms = 5_000) => passTo(now + ms),
  };
}

/** Which key of a US keyboard types this character. */
export function usKey(character: string): Omit<WedgeKey, "at"> {
  if (/^[a-z]$/.test(character)) return { key: character, code: `Key${character.toUpperCase()}` };
  if (/^[A-Z]$/.test(character)) return { key: character, code: `Key${character}`, shift: true };
  if (/^\d$/.test(character)) return { key: character, code: `Digit${character}` };
  return { key: character };
}
