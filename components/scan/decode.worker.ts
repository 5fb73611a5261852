import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";

/** What the camera sends for each frame, and what comes back: the texts of all QR codes in view. */
export type DecodeRequest = { readonly frame: ImageBitmap };
export type DecodeAnswer = { readonly texts: readonly string[] };

// Measured best for phone screens and paper: rotation gains nothing, the other three do.
const OPTIONS: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  tryRotate: false,
  maxNumberOfSymbols: 4,
};

// The reader is served by the office's own server: nothing is fetched from anywhere else.
void prepareZXingModule({
  overrides: { locateFile: (file: string) => `${self.location.origin}/wasm/${file}` },
  fireImmediately: true,
});

let canvas: OffscreenCanvas | undefined;

async function decode({ frame }: DecodeRequest): Promise<DecodeAnswer> {
  const { width, height } = frame;
  canvas ??= new OffscreenCanvas(width, height);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return { texts: [] };
  context.drawImage(frame, 0, 0);
  frame.close();
  const found = await readBarcodes(context.getImageData(0, 0, width, height), OPTIONS);
  return { texts: found.filter(({ isValid }) => isValid).map(({ text }) => text) };
}

self.addEventListener("message", (event: MessageEvent<DecodeRequest>) => {
  decode(event.data).then(
    (answer) => self.postMessage(answer),
    // One frame that failed is no reason to stop looking at the next.
    () => self.postMessage({ texts: [] } satisfies DecodeAnswer),
  );
});
