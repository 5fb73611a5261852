import type { WedgeKey } from "./wedge-reader";

declare global {
  interface Window {
    /** Left by the page's first script: ends its listening and gives what it heard. */
    janjiEarlyKeys?: () => WedgeKey[];
  }
}

/** The keys that came before the page heard a scanner itself; each is given once. */
export function takeEarlyKeys(): readonly WedgeKey[] {
  const keys = window.janjiEarlyKeys?.() ?? [];
  delete window.janjiEarlyKeys;
  return keys;
}
