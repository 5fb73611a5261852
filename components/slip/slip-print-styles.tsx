"use client";

import { useLayoutEffect } from "react";
import type { PaperWidth } from "@/lib/printing/types";

/** `@page` needs both lengths: with `auto` the browser falls back to Letter. Height in mm, as measured. */
export function slipPageCss(paperWidth: PaperWidth, heightMm: number): string {
  return `@page { size: ${paperWidth}mm ${heightMm}mm; margin: 0; }`;
}

/**
 * Sets the page to the slip's own size while mounted. A constructed style sheet, because a strict content security
 * policy refuses inline `<style>`; what to hide in print is in slip.css.
 */
export function SlipPrintStyles({
  paperWidth,
  heightMm,
}: {
  paperWidth: PaperWidth;
  heightMm: number | null;
}) {
  useLayoutEffect(() => {
    if (heightMm === null) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(slipPageCss(paperWidth, heightMm));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [paperWidth, heightMm]);
  return null;
}
