"use client";

import { useEffect } from "react";

/** With Ctrl or Command: print, save, open, source, find, history, downloads, new pages, zoom, developer tools. */
const WITH_CONTROL = new Set([..."psoufghjntwde+-=0ik", "tab"]);
/** By themselves: help, find, caret browsing, menu, full screen, developer tools, and the keys of a browser's keyboard. */
const ALONE = /^(F1|F3|F6|F7|F10|F11|F12|ContextMenu|Browser\w+|Launch\w+|GoBack|GoForward)$/;

/** Keys that lead out of a kiosk. Reloading stays: it forgets the person, and a stuck page wants it. */
export function leadsOut(key: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  if (key.ctrlKey || key.metaKey) return WITH_CONTROL.has(key.key.toLowerCase());
  if (key.altKey) return key.key !== "AltGraph";
  return ALONE.test(key.key);
}

const NEVER = ["contextmenu", "dragstart", "dragover", "drop", "auxclick", "gesturestart"] as const;
/** The back and forward buttons of a mouse. */
const SIDE_BUTTONS = new Set([3, 4]);

/**
 * Keeps a public browser on this page: no menu, drag, dropped file, zoom, print, or way back. Keys are only kept from
 * the browser, never from the scanner's listener. What a page cannot stop is the browser policy's part, see deploy/.
 */
export function usePageGuard(): void {
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const stop = (event: Event) => event.preventDefault();
    for (const name of NEVER) document.addEventListener(name, stop, { signal, capture: true });
    const on = <K extends keyof WindowEventMap>(name: K, refuse: (event: WindowEventMap[K]) => boolean) =>
      window.addEventListener(name, (event) => refuse(event) && event.preventDefault(), {
        signal,
        capture: true,
        passive: false,
      });
    on("keydown", leadsOut);
    on("wheel", ({ ctrlKey }) => ctrlKey);
    on("touchmove", ({ touches }) => touches.length > 1);
    on("mouseup", ({ button }) => SIDE_BUTTONS.has(button));
    on("selectstart" as "select", ({ target }) => !(target instanceof HTMLInputElement));
    stayHere(signal);
    return () => life.abort();
  }, []);
}

/** Going back finds this page again; and a page that the browser kept for "back" shows nothing and starts anew. */
function stayHere(signal: AbortSignal): void {
  const here = () => window.history.pushState(null, "", window.location.href);
  here();
  window.addEventListener("popstate", here, { signal });
  window.addEventListener("pagehide", () => (document.documentElement.dataset["left"] = ""), { signal });
  window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload(), { signal });
}
