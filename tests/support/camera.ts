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

/** One picture of a camera that looks at a sheet with this QR code on it, before a grey wall; without text just the wall. */
function frame(text: string | null): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  const paint = (x: number, y: number, grey: number) => {
    const at = (y * WIDTH + x) * 4;
    data[at] = data[at + 1] = data[at + 2] = grey;
  };
  const modules = text === null ? null : create(text, { errorCorrectionLevel: "M" }).modules;
  const side = modules ? modules.size + 2 * QUIET : 0;
  const pixels = Math.floor(CODE_HEIGHT / Math.max(1, side));
  const left = Math.floor((WIDTH - side * pixels) / 2);
  const top = Math.floor((HEIGHT - side * pixels) / 2);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const column = Math.floor((x - left) / Math.max(1, pixels)) - QUIET;
      const row = Math.floor((y - top) / Math.max(1, pixels)) - QUIET;
      const onSheet = column >= -QUIET && row >= -QUIET && column < side - QUIET && row < side - QUIET;
      const onCode = modules && column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      const ink = onCode && modules.get(row, column);
      // A wall is never quite even.
      paint(x, y, ink ? INK : onSheet && modules ? PAPER : WALL + ((x * 7 + y * 13) % 9));
    }
  }
  return jpeg.encode({ data, width: WIDTH, height: HEIGHT }, 85).data;
}

/** What a camera sees, one thing after another, for so many pictures each (30 a second); Chromium plays it in a loop. */
export function writeFilm(
  file: string,
  scenes: readonly { readonly text: string | null; readonly frames: number }[],
): void {
  const pictures = scenes.flatMap(({ text, frames }) => {
    const picture = frame(text);
    return Array.from({ length: frames }, () => picture);
  });
  writeFileSync(file, Buffer.concat(pictures));
}
