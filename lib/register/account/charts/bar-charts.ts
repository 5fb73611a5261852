import "server-only";
import { gridLines, niceScale, scaleRoom } from "./axes";
import type { Canvas, Drawing, Shape, Tone } from "./types";

/** One column of the trend: within the promise below, beyond it dark on top. */
export interface TrendColumn {
  readonly label: string;
  readonly within: number;
  readonly passed: number;
}

/** People by month or day, who passed the promise dark and with their number. */
export function trendDrawing(
  columns: readonly TrendColumn[],
  { width, height, text }: Canvas,
  number: (value: number) => string,
): Drawing {
  const scale = niceScale(Math.max(0, ...columns.map(({ within, passed }) => within + passed)));
  const left = scaleRoom(scale.top, text, number);
  const plot = { left, top: text * 1.6, width: width - left - text * 0.2, height: height - text * 3.4 };
  const slot = plot.width / Math.max(1, columns.length);
  const floor = plot.top + plot.height;
  const heightOf = (count: number) => (count / scale.top) * plot.height;
  // A label needs about its letters' width: of narrow columns only every second, third … is named.
  const widest = Math.max(1, ...columns.map(({ label }) => label.length)) * text * 0.62 + text * 0.4;
  const every = Math.max(1, Math.ceil(widest / slot));
  const numbered = slot > text * 1.9;
  const shapes = columns.flatMap(({ label, within, passed }, index): Shape[] => {
    const x = plot.left + index * slot + slot * 0.15;
    const bar = { kind: "rect", x, width: slot * 0.7 } as const;
    const [low, high] = [heightOf(within), heightOf(passed)];
    const middle = plot.left + (index + 0.5) * slot;
    return [
      ...(within > 0 ? [{ ...bar, y: floor - low, height: low, fill: "shade2" as const }] : []),
      ...(passed > 0 ? [{ ...bar, y: floor - low - high, height: high, fill: "ink" as const }] : []),
      ...(numbered && within + passed > 0
        ? [
            {
              ...({
                kind: "text",
                x: middle,
                y: floor - low - high - text * 0.4,
                text: number(passed),
              } as const),
              ...({ size: text, fill: "ink", anchor: "middle", strong: true } as const),
            },
          ]
        : []),
      ...(index % every === 0
        ? [
            {
              ...({ kind: "text", x: middle, y: floor + text * 1.4, text: label } as const),
              ...({ size: text, fill: "soft", anchor: "middle" } as const),
            },
          ]
        : []),
    ];
  });
  return { width, height, shapes: [...gridLines(plot, scale, text, number), ...shapes] };
}

export interface Row {
  readonly label: string;
  readonly value: number;
  readonly fill: Tone;
}

/** Lying bars with their numbers, all on one scale. */
export function rowsDrawing(
  rows: readonly Row[],
  { width, height, text }: Canvas,
  number: (value: number) => string,
): Drawing {
  const left = Math.min(
    width * 0.45,
    Math.max(...rows.map(({ label }) => label.length)) * text * 0.56 + text,
  );
  const room = width - left - text * 4;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const step = height / Math.max(1, rows.length);
  return {
    width,
    height,
    shapes: rows.flatMap(({ label, value, fill }, index): Shape[] => {
      const y = index * step;
      const bar = (value / most) * room;
      const base = y + step / 2 + text * 0.36;
      return [
        { kind: "text", x: 0, y: base, text: label, size: text, fill: "ink", anchor: "start" },
        ...(value > 0
          ? [
              {
                ...({
                  kind: "rect",
                  x: left,
                  y: y + step * 0.16,
                  width: bar,
                  height: step * 0.68,
                  fill,
                } as const),
                ...(fill === "paper" ? { stroke: "ink" as const } : {}),
              },
            ]
          : []),
        {
          ...{ kind: "text", x: left + bar + text * 0.6, y: base, text: number(value) },
          ...{ size: text, fill: "ink", anchor: "start", strong: true },
        },
      ];
    }),
  };
}
