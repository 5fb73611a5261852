import { prepareZXingModule } from "zxing-wasm/reader";
import { FrameReader } from "./frame-reader";

/** What the camera sends for each frame, and what comes back: the texts of all QR codes in view. */
export type DecodeRequest = { readonly frame: VideoFrame | ImageBitmap };
export type DecodeAnswer = { readonly texts: readonly string[] };

/** Harder looks are begun within this time of a frame, so that a steady hand is answered at several frames a second. */
const BUDGET_MS = 70;

const FETCH_AGAIN_MS = 2_000;

/**
 * The reader's program, from the office's own server: nothing is fetched from anywhere else. A network that is cut just
 * now must not cost the kiosk its camera until somebody reloads it, so it is asked for until it is there.
 */
async function fetchProgram(): Promise<ArrayBuffer> {
  for (;;) {
    const response = await fetch("/wasm/zxing_reader.wasm").catch(() => null);
    const program = response?.ok ? await response.arrayBuffer().catch(() => null) : null;
    // A gateway's sign-in page comes with a good answer, too.
    if (program && WebAssembly.validate(program)) return program;
    await new Promise((resolve) => setTimeout(resolve, FETCH_AGAIN_MS));
  }
}

let ready = false;
void fetchProgram().then(async (wasmBinary) => {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  ready = true;
});

const reader = new FrameReader();
let canvas: OffscreenCanvas | undefined;

async function decode({ frame }: DecodeRequest): Promise<DecodeAnswer> {
  if (!ready) {
    frame.close();
    return { texts: [] };
  }
  const isVideo = "displayWidth" in frame;
  const width = isVideo ? frame.displayWidth : frame.width;
  const height = isVideo ? frame.displayHeight : frame.height;
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(frame, 0, 0, width, height);
  frame.close();
  if (!context) return { texts: [] };
  return { texts: await reader.read(context.getImageData(0, 0, width, height), BUDGET_MS) };
}

self.addEventListener("message", (event: MessageEvent<DecodeRequest>) => {
  decode(event.data).then(
    (answer) => self.postMessage(answer),
    // One frame that failed is no reason to stop looking at the next.
    () => self.postMessage({ texts: [] } satisfies DecodeAnswer),
  );
});
