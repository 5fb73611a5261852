"use client";

import { useEffect, useLayoutEffect, type RefObject } from "react";

const STEPS = 6;

/**
 * Keeps a screen from ever scrolling, whatever the office writes into its settings or a translator into a catalogue:
 * while `body` overflows, step 1 drops the optional lines and each further step sets words a little smaller.
 */
export function useFit(body: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => fit(body.current));
  useEffect(() => {
    const refit = () => fit(body.current);
    window.addEventListener("resize", refit);
    document.fonts.addEventListener("loadingdone", refit);
    return () => {
      window.removeEventListener("resize", refit);
      document.fonts.removeEventListener("loadingdone", refit);
    };
  }, [body]);
}

function fit(body: HTMLElement | null): void {
  const surface = body?.closest<HTMLElement>("[data-surface]");
  if (!body || !surface) return;
  delete surface.dataset["fit"];
  for (let step = 1; step <= STEPS && overflows(body); step += 1) surface.dataset["fit"] = String(step);
}

/** One pixel of slack: browsers round the two sizes differently. */
function overflows(body: HTMLElement): boolean {
  const boxes = [body, ...body.querySelectorAll<HTMLElement>(".screen-hero, .screen-rest, [data-fit-box]")];
  return boxes.some(
    (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
  );
}
