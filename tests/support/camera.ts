import { writeFileSync } from "node:fs";
import jpeg from "jpeg-js";
import { create } from "qrcode";

const WIDTH = 1280;
const HEIGHT = 720;
/** A code as large as a letter held half a metre before the lens shows it. */
const CODE_HEIGHT = 0.4 * HEIGHT;
const QUIET = 4;
const PAPER = 236;
const INK = 28;
const WALL = 148;

export interface Scene {
  /** What the codes say that are in view, side by side; null is just the wall. */
  readonly text: string | readonly string[] | null;
  /** Light on dark, as a phone in dark mode shows it. */
  readonly inverted?: boolean;
  /** How many pictures, 30 a second. */
  readonly frames: number;
}

/** One picture of a camera that looks at sheets with QR codes on them, before a grey wall. */
function frame({ text, inverted = false }: Scene): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  const paint = (x: number, y: number, grey: number) => {
    const at = (y * WIDTH + x) * 4;
    data[at] = data[at + 1] = data[at + 2] = grey;
  };
  // A wall is never quite even.
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) paint(x, y, WALL + ((x * 7 + y * 13) % 9));
  const texts = text === null ? [] : typeof text === "string" ? [text] : text;
  texts.forEach((said, index) => {
    const { modules } = create(said, { errorCorrectionLevel: "M" });
    const side = modules.size + 2 * QUIET;
    const pixels = Math.floor(CODE_HEIGHT / side);
    const left = Math.floor((WIDTH * (index + 0.5)) / texts.length - (side * pixels) / 2);
    const top = Math.floor((HEIGHT - side * pixels) / 2);
    for (let y = 0; y < side * pixels; y += 1) {
      for (let x = 0; x < side * pixels; x += 1) {
        const column = Math.floor(x / pixels) - QUIET;
        const row = Math.floor(y / pixels) - QUIET;
        const onCode = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
        const ink = onCode && modules.get(row, column) !== 0;
        paint(left + x, top + y, ink === inverted ? PAPER : INK);
      }
    }
  });
  return jpeg.encode({ data, width: WIDTH, height: HEIGHT }, 85).data;
}

/** What a camera sees, one thing after another; Chromium plays it in a loop. */
export function writeFilm(file: string, scenes: readonly Scene[]): void {
  const pictures = scenes.flatMap((scene) => {
    const picture = frame(scene);
    return Array.from({ length: scene.frames }, () => picture);
  });
  writeFileSync(file, Buffer.concat(pictures));
}
