import "server-only";
import { create } from "qrcode";
import type { QrMatrix } from "./types";

/**
 * A QR code as one path of squares, so that whoever prints it scales it by whole dots.
 * Error correction M: a slip is folded and carried in a hand. The mask is one and the same: our codes are random text,
 * which looks alike under every mask, and to try all eight took longer than everything else of an issue but its writing.
 */
export function qrMatrix(text: string): QrMatrix {
  const { modules } = create(text, { errorCorrectionLevel: "M", maskPattern: 3 });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`);
    }
  }
  return { size: modules.size, path: runs.join("") };
}
