"use client";

import { useWedgeScanner } from "@/components/scan/use-wedge-scanner";

/** Slips and booking letters carry more than this; a quick typist's number and Enter come as fast, but are shorter. */
const SHORTEST_CODE = 10;

/**
 * Hears the USB scanner on a staff page. A short burst inside a form was typed, and its Enter sends that form; while a
 * reason is being written nothing is heard, so that no stray scan takes it away.
 */
export function useScanner(onScan: (text: string) => void): void {
  useWedgeScanner({
    onScan: (text) => {
      if (document.querySelector("dialog[open]")) return;
      const form = text.length < SHORTEST_CODE ? document.activeElement?.closest("form") : null;
      if (form) form.requestSubmit();
      else onScan(text);
    },
  });
}
