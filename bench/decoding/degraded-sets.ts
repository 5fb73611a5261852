import { colourOf, type ColourPicture } from "@/components/scan/picture";
import { degradedCode, seeded, type Degradation } from "./degrade";

export interface Sample {
  readonly set: string;
  readonly name: string;
  /** What the code says; null where nobody wrote it down. */
  readonly text: string | null;
  readonly picture: () => ColourPicture;
}

/** Each way in which a code is hard to read, from level 0 (a nuisance) to 7 (hopeless for most). */
export const WAYS: Readonly<Record<string, (level: number) => Partial<Degradation>>> = {
  blur: (level) => ({ module: 5, blur: 1 + level * 0.35 }),
  moved: (level) => ({ module: 5, smear: 2 + level * 1.4 }),
  tilt: (level) => ({ lean: 20 + level * 6, yaw: level * 5, turn: level * 23 }),
  dim: (level) => ({ ink: 14 - level, paper: 64 - level * 6, noise: 2.5 + level * 0.6 }),
  curve: (level) => ({ curve: 0.5 + level * 0.12, turn: level * 8 }),
  invert: (level) => ({ inverted: true, module: 5, blur: 0.6 + level * 0.25 }),
  small: (level) => ({ module: 2.8 - level * 0.2, blur: 0.4 }),
  glare: (level) => ({ glare: 0.35 + level * 0.09, noise: 4 }),
  shade: (level) => ({ shade: 0.45 + level * 0.07, noise: 4 }),
  pale: (level) => ({ ink: 150 - level * 3, paper: 185 - level * 3 - level, noise: 2 + level * 0.4 }),
};
export const LEVELS = 8;

/** A made-up booking number, bare or in a link, as the seed says. */
export function inventedText(chance: () => number): string {
  const code = `327500${Math.floor(chance() * 1e10)
    .toString()
    .padStart(10, "0")}`;
  return chance() < 0.5 ? code : `https://contoh.invalid/surat?nomor=${code}`;
}

/** Frames of 1280 by 720, two of each way and level; the seed decides texts and noise. */
export function degradedSamples(seed: number): Sample[] {
  const chance = seeded(seed);
  return Object.entries(WAYS).flatMap(([set, way]) =>
    Array.from({ length: 2 * LEVELS }, (_, index) => {
      const level = Math.floor(index / 2);
      const text = inventedText(chance);
      const noise = Math.floor(chance() * 1e9);
      return {
        set,
        name: `${set}-${level}-${index % 2}`,
        text,
        picture: () => colourOf(degradedCode(text, way(level), noise)),
      };
    }),
  );
}
