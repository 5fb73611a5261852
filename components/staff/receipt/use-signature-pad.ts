"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import SignaturePad from "signature_pad";
import { FIELD_WIDTH, fieldStrokes, resized, type FieldStrokes } from "./field-strokes";

export interface Pad {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly empty: boolean;
  readonly clear: () => void;
  readonly strokes: () => FieldStrokes;
}

/**
 * A field to sign in, drawn as sharply as the screen can. When the tablet is turned or its window changes, what was drawn
 * grows or shrinks with the field.
 */
export function useSignaturePad(): Pad {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [empty, setEmpty] = useState(true);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const own = new SignaturePad(element, { penColor: "#0f1e3d", minDistance: 2 });
    pad.current = own;
    let width = 0;
    const fit = () => {
      const now = element.clientWidth;
      const ratio = Math.max(window.devicePixelRatio, 1);
      if (now === 0) return;
      const before = own.toData();
      element.width = Math.round(now * ratio);
      element.height = Math.round(element.clientHeight * ratio);
      element.getContext("2d")?.scale(ratio, ratio);
      own.minWidth = now / 900;
      own.maxWidth = now / 270;
      own.dotSize = now / 300;
      const pen = { minWidth: own.minWidth, maxWidth: own.maxWidth, dotSize: own.dotSize };
      own.fromData(width === 0 ? [] : resized(before, now / width).map((stroke) => ({ ...stroke, ...pen })));
      width = now;
    };
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    const drawn = () => setEmpty(false);
    own.addEventListener("beginStroke", drawn);
    return () => {
      watch.disconnect();
      own.removeEventListener("beginStroke", drawn);
      own.off();
      pad.current = null;
    };
  }, []);
  const clear = useCallback(() => {
    pad.current?.clear();
    setEmpty(true);
  }, []);
  const strokes = useCallback((): FieldStrokes => {
    const element = canvas.current;
    if (!element || !pad.current) return { height: FIELD_WIDTH / 2, strokes: [] };
    return fieldStrokes(pad.current.toData(), element.clientWidth, element.clientHeight);
  }, []);
  return { canvas, empty, clear, strokes };
}
