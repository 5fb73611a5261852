"use client";

import { useEffect, useState, type RefObject } from "react";

const MM_PER_PX = 25.4 / 96;

/** Height in mm of the laid-out slip, rounded up to half a millimetre; null until its font is there. */
export function useSlipHeight(slip: RefObject<HTMLElement | null>): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const element = slip.current;
    if (element === null) return;
    let current = true;
    const measure = () => {
      if (current) setHeight(Math.ceil(element.getBoundingClientRect().height * MM_PER_PX * 2 + 0.2) / 2);
    };
    const observer = new ResizeObserver(() => void document.fonts.ready.then(measure));
    observer.observe(element);
    return () => {
      current = false;
      observer.disconnect();
    };
  }, [slip]);
  return height;
}
