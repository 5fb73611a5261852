import type { DrawnSignature } from "@/lib/register/receipts/schema";

const wave = (from: number, turns: number, width: number) =>
  Array.from({ length: 40 }, (_empty, step) => {
    const part = step / 39;
    const x = from + part * width;
    const y = 800 - Math.sin(part * turns * Math.PI * 2) * 320 * (1 - part / 2);
    return [Math.round(x), Math.round(y), Math.round(26 + 14 * Math.abs(Math.cos(part * 7)))];
  }).flat();

/** An invented signature: loops that get smaller, and a line under them. */
export const SCRAWL: DrawnSignature = {
  height: 1600,
  strokes: [
    wave(900, 4, 1500),
    wave(2300, 2, 700),
    [900, 1250, 30, 1600, 1210, 38, 2400, 1230, 34, 3100, 1180, 24],
  ],
};
