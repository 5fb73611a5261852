import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const DPI = 203;
const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;
/** A thermal printer knows black and white only. */
const BLACK_BELOW = 128;

/** A slip as a receipt printer would print it: one dot a pixel. */
export interface SlipImage {
  readonly pages: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** All letters of it in the order of the page, without spaces: a PDF places words, it does not space them. */
  readonly letters: string;
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

export const mm = (dots: number): number => (dots * MM_PER_INCH) / DPI;
export const dots = (millimetres: number): number => (millimetres * DPI) / MM_PER_INCH;

/** Renders a slip's PDF at 203 dpi. */
export async function renderSlip(pdf: Uint8Array): Promise<SlipImage> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const letters = page.getText().replace(/\s+/g, "");
  const { width, height, data } = await page.render({ scale: DPI / POINTS_PER_INCH, render: "bitmap" });
  const rgba = new Uint8ClampedArray(data);
  const pages = document.getPageCount();
  document.destroy();
  library.destroy();
  const size = (points: number) => (points / POINTS_PER_INCH) * MM_PER_INCH;
  return {
    pages,
    widthMm: size(originalWidth),
    heightMm: size(originalHeight),
    letters,
    width,
    height,
    rgba,
  };
}

/** The texts of all QR codes on the paper. */
export async function readCodes({ rgba, width, height }: SlipImage): Promise<string[]> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
  const image = {
    data: rgba,
    width,
    height,
    colorSpace: "srgb" as const,
    pixelFormat: "rgba-unorm8" as const,
  };
  const found = await readBarcodes(image, { formats: ["QRCode"], tryHarder: true });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** How high the ink between two heights of the paper stands, all in mm. */
export function inkHeight({ rgba, width, height }: SlipImage, fromMm: number, toMm: number): number {
  const inked: number[] = [];
  const last = Math.min(height, Math.ceil(dots(toMm)));
  for (let y = Math.max(0, Math.floor(dots(fromMm))); y < last; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((rgba[(y * width + x) * 4] ?? 255) >= BLACK_BELOW) continue;
      inked.push(y);
      break;
    }
  }
  const [first, end] = [inked[0], inked.at(-1)];
  return first === undefined || end === undefined ? 0 : mm(end - first + 1);
}
