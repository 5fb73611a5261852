import { create } from "qrcode";
import type { GreyPicture } from "@/components/scan/picture";

/** What was done to a code before it was looked for. Lengths are in pixels of the finished picture. */
export interface Degradation {
  readonly width: number;
  readonly height: number;
  /** Pixels to a module before anything is tilted. */
  readonly module: number;
  /** Turned in the picture's plane, degrees. */
  readonly turn: number;
  /** Leaned back about the horizontal and the vertical axis, degrees. */
  readonly lean: number;
  readonly yaw: number;
  /** Bent about a vertical cylinder: the paper's half width in radians of it; 0 is flat. */
  readonly curve: number;
  /** Standard deviation of the lens's blur. */
  readonly blur: number;
  /** Smeared along the horizontal while moving. */
  readonly smear: number;
  readonly ink: number;
  readonly paper: number;
  /** Standard deviation of the sensor's noise. */
  readonly noise: number;
  /** Strength of a bright spot over a part of the code, 0 to 1. */
  readonly glare: number;
  /** How unevenly the light falls from left to right, 0 to 1. */
  readonly shade: number;
  readonly inverted: boolean;
}

export const CLEAN: Degradation = {
  width: 1280,
  height: 720,
  module: 6,
  turn: 0,
  lean: 0,
  yaw: 0,
  curve: 0,
  blur: 0.6,
  smear: 0,
  ink: 35,
  paper: 225,
  noise: 3,
  glare: 0,
  shade: 0,
  inverted: false,
};

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const QUIET = 4;
const WALL = 120;
/** The lens stands this many picture widths away from the paper. */
const DISTANCE = 1.4;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Where a ray of the lens meets the tilted, bent paper, in pixels of the flat paper from its middle. */
function paperPoint(x: number, y: number, how: Degradation, radius: number): readonly [number, number] {
  const far = DISTANCE * how.width;
  const [lean, yaw, turn] = [radians(how.lean), radians(how.yaw), radians(how.turn)];
  // The paper's plane through the origin, spanned by two axes that were yawed, then leaned.
  const across = [Math.cos(yaw), Math.sin(lean) * Math.sin(yaw), -Math.cos(lean) * Math.sin(yaw)] as const;
  const down = [0, Math.cos(lean), Math.sin(lean)] as const;
  // (x, y, far)·t − (0, 0, far) = u·across + v·down, solved by Cramer's rule for u and v.
  const cross = (a: readonly number[], b: readonly number[]) =>
    [
      (a[1] ?? 0) * (b[2] ?? 0) - (a[2] ?? 0) * (b[1] ?? 0),
      (a[2] ?? 0) * (b[0] ?? 0) - (a[0] ?? 0) * (b[2] ?? 0),
      (a[0] ?? 0) * (b[1] ?? 0) - (a[1] ?? 0) * (b[0] ?? 0),
    ] as const;
  const dot = (a: readonly number[], b: readonly number[]) =>
    (a[0] ?? 0) * (b[0] ?? 0) + (a[1] ?? 0) * (b[1] ?? 0) + (a[2] ?? 0) * (b[2] ?? 0);
  const ray = [x, y, far] as const;
  const normal = cross(across, down);
  const t = dot([0, 0, far], normal) / dot(ray, normal);
  const hit = [x * t, y * t, far * t - far] as const;
  const [u, v] = [dot(hit, across), dot(hit, down)];
  const bent = how.curve > 0 ? Math.asin(Math.max(-1, Math.min(1, u / radius))) * radius : u;
  return [bent * Math.cos(turn) + v * Math.sin(turn), -bent * Math.sin(turn) + v * Math.cos(turn)];
}

/** One grey picture of a sheet with this QR code on it, photographed badly in the said way. The seed is the noise's. */
export function degradedCode(text: string, degradation: Partial<Degradation>, seed: number): GreyPicture {
  const how = { ...CLEAN, ...degradation };
  const { width, height } = how;
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const half = ((modules.size + 2 * QUIET) * how.module) / 2;
  const radius = how.curve > 0 ? half / how.curve : 1;
  const light = new Float32Array(width * height);
  const SUB = [0.25, 0.75];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (const sy of SUB)
        for (const sx of SUB) {
          const [u, v] = paperPoint(x + sx - width / 2, y + sy - height / 2, how, radius);
          const column = Math.floor((u + half) / how.module) - QUIET;
          const row = Math.floor((v + half) / how.module) - QUIET;
          if (Math.abs(u) > half || Math.abs(v) > half) sum += WALL * 0.7;
          else {
            const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
            const dark = inside && modules.get(row, column) !== 0;
            sum += dark === how.inverted ? how.paper : how.ink;
          }
        }
      light[y * width + x] = sum / 4;
    }
  }
  const blurred = smeared(gaussian(light, width, height, how.blur), width, height, how.smear);
  const chance = seeded(seed);
  const data = new Uint8ClampedArray(width * height);
  const spot = { x: width / 2 + half * 0.25, y: height / 2 - half * 0.2, r: half * 0.55 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const glare = how.glare * Math.exp(-((x - spot.x) ** 2 + (y - spot.y) ** 2) / (2 * spot.r ** 2));
      const shaded = (blurred[at] ?? 0) * (1 - how.shade * (x / width));
      const normal = (chance() + chance() + chance() + chance() - 2) * 1.73;
      data[at] = shaded * (1 - glare) + 255 * glare + normal * how.noise;
    }
  }
  return { data, width, height };
}

/** Along one axis; edges repeat. */
function convolved(
  from: Float32Array,
  width: number,
  height: number,
  kernel: readonly number[],
  step: "row" | "column",
): Float32Array {
  const to = new Float32Array(from.length);
  const reach = (kernel.length - 1) / 2;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k += 1) {
        const off = k - reach;
        const xx = step === "row" ? Math.min(width - 1, Math.max(0, x + off)) : x;
        const yy = step === "column" ? Math.min(height - 1, Math.max(0, y + off)) : y;
        sum += (from[yy * width + xx] ?? 0) * (kernel[k] ?? 0);
      }
      to[y * width + x] = sum;
    }
  }
  return to;
}

function gaussian(light: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma <= 0) return light;
  const reach = Math.ceil(sigma * 2.5);
  const raw = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const kernel = raw.map((weight) => weight / total);
  return convolved(convolved(light, width, height, kernel, "row"), width, height, kernel, "column");
}

function smeared(light: Float32Array, width: number, height: number, length: number): Float32Array {
  const size = Math.round(length / 2) * 2 + 1;
  if (length <= 0) return light;
  return convolved(
    light,
    width,
    height,
    Array.from({ length: size }, () => 1 / size),
    "row",
  );
}
