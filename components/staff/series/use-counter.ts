import { useSyncExternalStore } from "react";

const KEY = "janji.counter";
const CHANGED = "janji:counter";

function listen(changed: () => void) {
  window.addEventListener("storage", changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/** The counter that this tablet stands at, remembered on it; null until somebody says so, or when it is gone. */
export function useCounter(counters: readonly string[]): readonly [string | null, (counter: string) => void] {
  const stored = useSyncExternalStore(
    listen,
    () => localStorage.getItem(KEY),
    () => null,
  );
  const choose = (counter: string) => {
    localStorage.setItem(KEY, counter);
    window.dispatchEvent(new Event(CHANGED));
  };
  return [stored !== null && counters.includes(stored) ? stored : null, choose];
}
