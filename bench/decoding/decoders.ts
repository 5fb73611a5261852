import { readFileSync } from "node:fs";
import vm from "node:vm";
import { scanImageData } from "@undecaf/zbar-wasm";
import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from "@zxing/library";
import jsqr from "jsqr";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { FrameReader } from "@/components/scan/frame-reader";
import { greyOf, type ColourPicture } from "@/components/scan/picture";

export interface Decoder {
  readonly name: string;
  /** Every text that it finds in one picture. */
  readonly read: (picture: ColourPicture) => Promise<readonly string[]> | readonly string[];
}

const asImageData = (picture: ColourPicture) => ({ ...picture, colorSpace: "srgb" }) as ImageData;

/** The reader's WebAssembly from the installed package, as the kiosk's server serves it. */
export async function prepareReader(): Promise<void> {
  const wasm = readFileSync("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
  const wasmBinary = new Uint8Array(wasm).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** The engine of qr-scanner runs in a worker only; here its very source runs with a `self` of ours. */
async function qrScannerEngine(): Promise<Decoder["read"]> {
  const blobs: Blob[] = [];
  const borrowed = { Worker: globalThis.Worker, createObjectURL: URL.createObjectURL.bind(URL) };
  Object.assign(URL, { createObjectURL: (blob: Blob) => `engine-${blobs.push(blob)}` });
  Object.assign(globalThis, { Worker: Object });
  const url = new URL("../../node_modules/qr-scanner/qr-scanner-worker.min.js", import.meta.url);
  const { createWorker } = (await import(url.href)) as { createWorker: () => unknown };
  createWorker();
  Object.assign(URL, { createObjectURL: borrowed.createObjectURL });
  Object.assign(globalThis, { Worker: borrowed.Worker });
  const source = (await blobs[0]?.text()) ?? "";

  interface Engine {
    onmessage?: (event: { data: unknown }) => void;
    postMessage: (answer: { type: string; data: string | null }) => void;
  }
  const answers: string[] = [];
  const engine: Engine = {
    postMessage: ({ type, data }) => {
      if (type === "qrResult" && data !== null) answers.push(data);
    },
  };
  const start = vm.runInThisContext(`(function (self) {${source}\n})`) as (self: Engine) => void;
  start(engine);
  engine.onmessage?.({ data: { type: "inversionMode", data: "both" } });
  return ({ data, width, height }) => {
    answers.length = 0;
    engine.onmessage?.({ data: { type: "decode", id: 1, data: { data: data.slice(), width, height } } });
    return [...answers];
  };
}

function zxingJs(picture: ColourPicture): string[] {
  const { data, width, height } = greyOf(picture);
  const source = new RGBLuminanceSource(data, width, height);
  const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
  for (const luminance of [source, source.invert()]) {
    try {
      const bitmap = new BinaryBitmap(new HybridBinarizer(luminance));
      return [new QRCodeReader().decode(bitmap, hints).getText()];
    } catch {
      // It says by a fault that it found nothing.
    }
  }
  return [];
}

/** Ours first; then what check-in pages on the web decode with, each as generously set as it allows. */
export async function decoders(): Promise<readonly Decoder[]> {
  await prepareReader();
  const engine = await qrScannerEngine();
  return [
    { name: "Janji", read: (picture) => new FrameReader().read(picture, Infinity) },
    {
      name: "zxing-wasm, defaults (barcode-detector)",
      read: async (picture) => {
        const found = await readBarcodes(asImageData(picture), { formats: ["QRCode"] });
        return found.filter(({ isValid }) => isValid).map(({ text }) => text);
      },
    },
    {
      name: "jsQR",
      read: ({ data, width, height }) => {
        const found = jsqr(data, width, height);
        return found && found.data !== "" ? [found.data] : [];
      },
    },
    { name: "qr-scanner's engine", read: engine },
    { name: "@zxing/library (html5-qrcode)", read: zxingJs },
    {
      name: "zbar-wasm",
      read: async (picture) => {
        const found = await scanImageData(asImageData(picture));
        return found.filter(({ typeName }) => typeName === "ZBAR_QRCODE").map((symbol) => symbol.decode());
      },
    },
  ];
}
