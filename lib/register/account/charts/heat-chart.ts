import "server-only";
import type { HourFigures } from "@/lib/register/account/types";
import type { Canvas, Drawing, Shape, Tone } from "./types";

/** From which share of people beyond the promise a cell is how dark. */
const SHADES: readonly { readonly from: number; readonly fill: Tone; readonly light: boolean }[] = [
  { from: 0.5, fill: "ink", light: true },
  { from: 0.25, fill: "soft", light: true },
  { from: 0.1, fill: "shade3", light: false },
  { from: Number.MIN_VALUE, fill: "shade1", light: false },
  { from: 0, fill: "paper", light: false },
];

/** Weekdays down, hours across; in each cell how many passed the promise, and of how many. */
export function heatDrawing(
  hours: readonly HourFigures[],
  { width, height, text }: Canvas,
  words: { readonly weekday: (iso: number) => string; readonly number: (value: number) => string },
): Drawing {
  const weekdays = [...new Set(hours.map(({ weekday }) => weekday))].sort((one, other) => one - other);
  const all = hours.map(({ hour }) => hour);
  const first = Math.min(...all, 24);
  const columns = hours.length === 0 ? 0 : Math.max(...all) - first + 1;
  const left = text * 4.2;
  const top = text * 1.8;
  const cell = {
    width: (width - left) / Math.max(1, columns),
    height: (height - top) / Math.max(1, weekdays.length),
  };
  const shapes: Shape[] = [];
  for (let index = 0; index < columns; index += 1)
    shapes.push({
      ...{ kind: "text", x: left + (index + 0.5) * cell.width, y: text * 1.1, size: text },
      ...{ text: `${String(first + index).padStart(2, "0")}.00`, fill: "soft", anchor: "middle" },
    });
  weekdays.forEach((weekday, row) => {
    const y = top + row * cell.height;
    shapes.push({
      ...{ kind: "text", x: 0, y: y + cell.height / 2 + text * 0.35, text: words.weekday(weekday) },
      ...{ size: text, fill: "ink", anchor: "start", strong: true },
    });
    for (let index = 0; index < columns; index += 1) {
      const found = hours.find((one) => one.weekday === weekday && one.hour === first + index);
      const x = left + index * cell.width;
      const share = found ? found.passed / found.numbered : 0;
      const shade = SHADES.find(({ from }) => share >= from);
      const box = {
        kind: "rect",
        x: x + 1,
        y: y + 1,
        width: cell.width - 2,
        height: cell.height - 2,
      } as const;
      shapes.push({ ...box, fill: shade?.fill ?? "paper", stroke: "shade2" });
      if (!found) continue;
      const fill: Tone = shade?.light ? "paper" : "ink";
      const middle = x + cell.width / 2;
      shapes.push(
        {
          ...{
            kind: "text",
            x: middle,
            y: y + cell.height / 2 - text * 0.05,
            text: words.number(found.passed),
          },
          ...{ size: text * 1.15, fill, anchor: "middle", strong: true },
        },
        {
          ...{
            kind: "text",
            x: middle,
            y: y + cell.height / 2 + text * 1.05,
            text: `/ ${words.number(found.numbered)}`,
          },
          ...{ size: text * 0.9, fill, anchor: "middle" },
        },
      );
    }
  });
  return { width, height, shapes };
}
