import "server-only";
import type { Shape } from "./types";

/** A round number at or above the highest value, in so many equal steps that are round, too. */
export function niceScale(highest: number, steps = 4): { readonly top: number; readonly step: number } {
  const raw = Math.max(1, highest) / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= raw) ?? raw,
  );
  const whole = Math.ceil(step);
  return { top: whole * Math.ceil(Math.max(1, highest) / whole), step: whole };
}

export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Horizontal lines with their numbers at the left, of a scale from 0 to `top`. */
export function gridLines(
  plot: Plot,
  { top, step }: { readonly top: number; readonly step: number },
  size: number,
  number: (value: number) => string,
): Shape[] {
  const shapes: Shape[] = [];
  for (let value = 0; value <= top; value += step) {
    const y = plot.top + plot.height - (value / top) * plot.height;
    shapes.push({
      kind: "line",
      x1: plot.left,
      y1: y,
      x2: plot.left + plot.width,
      y2: y,
      stroke: value === 0 ? "ink" : "shade1",
      width: value === 0 ? 1 : 0.6,
    });
    shapes.push({
      kind: "text",
      x: plot.left - size * 0.6,
      y: y + size * 0.35,
      text: number(value),
      size,
      fill: "soft",
      anchor: "end",
    });
  }
  return shapes;
}

/** The room that the scale's longest number needs at the left. */
export const scaleRoom = (top: number, size: number, number: (value: number) => string): number =>
  size * (number(top).length * 0.62 + 0.8);
