import "server-only";
import type { AccountFigures } from "@/lib/register/account/types";
import { gridLines, niceScale, scaleRoom } from "./axes";
import type { Canvas, Drawing, Shape } from "./types";

const HOUR_MS = 3_600_000;

/**
 * How long people waited, a bar a quarter of an hour, with the promise as a line: within it light, beyond it dark, and
 * outlined on top of both who had not been served at the end.
 */
export function waitDrawing(
  { bins, promiseMs }: Pick<AccountFigures, "bins" | "promiseMs">,
  { width, height, text }: Canvas,
  words: {
    readonly number: (value: number) => string;
    /** "2 jam" of whole hours. */
    readonly hours: (value: number) => string;
    readonly promise: string;
  },
): Drawing {
  const scale = niceScale(Math.max(...bins.map(({ ended, goingOn }) => ended + goingOn)));
  const left = scaleRoom(scale.top, text, words.number);
  const plot = { left, top: text * 2, width: width - left - text * 0.5, height: height - text * 4.2 };
  const slot = plot.width / bins.length;
  const heightOf = (count: number) => (count / scale.top) * plot.height;
  const floor = plot.top + plot.height;
  const binMs = bins[1]?.fromMs ?? HOUR_MS / 4;
  const bars = bins.flatMap(({ fromMs, ended, goingOn }, index): Shape[] => {
    const x = plot.left + index * slot + slot * 0.12;
    const bar = { kind: "rect", x, width: slot * 0.76 } as const;
    const beyond = fromMs >= promiseMs;
    const [low, high] = [heightOf(ended), heightOf(goingOn)];
    return [
      ...(ended > 0
        ? [{ ...bar, y: floor - low, height: low, fill: beyond ? ("ink" as const) : ("shade2" as const) }]
        : []),
      ...(goingOn > 0
        ? [{ ...bar, y: floor - low - high, height: high, fill: "paper" as const, stroke: "ink" as const }]
        : []),
    ];
  });
  const at = (ms: number) => plot.left + (ms / binMs) * slot;
  const hours = Math.floor((bins.length * binMs) / HOUR_MS);
  const labels = Array.from({ length: hours + 1 }, (_, hour): Shape => ({
    kind: "text",
    x: at(hour * HOUR_MS),
    y: floor + text * 1.4,
    text: hour === 0 ? "0" : words.hours(hour),
    size: text,
    fill: "soft",
    anchor: hour === hours ? "end" : "middle",
  }));
  const line = at(promiseMs);
  return {
    width,
    height,
    shapes: [
      ...gridLines(plot, scale, text, words.number),
      ...bars,
      {
        kind: "line",
        x1: line,
        y1: plot.top - text * 0.4,
        x2: line,
        y2: floor,
        stroke: "ink",
        width: 1.6,
        dashed: true,
      },
      {
        ...{ kind: "text", x: line + text * 0.5, y: plot.top - text * 0.5, text: words.promise },
        ...{ size: text, fill: "ink", anchor: "start", strong: true },
      },
      ...labels,
    ],
  };
}
