import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule } from "zxing-wasm/reader";
import { CLEAN, degradedCode, type Degradation } from "@/bench/decoding/degrade";
import { FrameReader } from "@/components/scan/frame-reader";
import { colourOf } from "@/components/scan/picture";

const SIZE = { width: 640, height: 480 };
const CODE = "3275001122334455";

/** Each as hard as a phone or a letter held by an ordinary person gets. */
const WAYS: Readonly<Record<string, Partial<Degradation>>> = {
  clean: {},
  blurred: { module: 5, blur: 2 },
  moved: { module: 5, smear: 5 },
  tilted: { lean: 35, yaw: 20, turn: 30 },
  dim: { ink: 10, paper: 42, noise: 4 },
  curved: { curve: 0.9, turn: 10 },
  inverted: { inverted: true, module: 5, blur: 1 },
  small: { module: 1.9, blur: 0.4 },
  glaring: { glare: 0.7 },
  "in shadow": { shade: 0.8 },
  pale: { ink: 140, paper: 165, noise: 2 },
};

beforeAll(async () => {
  const wasm = readFileSync("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

describe("a code in a frame", () => {
  for (const [way, degradation] of Object.entries(WAYS)) {
    it(`is read when ${way}`, async () => {
      for (const seed of [1, 2]) {
        const text = seed === 1 ? CODE : `https://contoh.invalid/surat?nomor=${CODE}`;
        const picture = colourOf(degradedCode(text, { ...SIZE, ...degradation }, seed));
        expect(await new FrameReader().read(picture, Infinity)).toEqual([text]);
      }
    });
  }

  it("is read from a browser's picture, whose properties are all its prototype's", async () => {
    const { data, width, height } = colourOf(degradedCode(CODE, SIZE, 6));
    const picture = Object.create({ data, width, height }) as ReturnType<typeof colourOf>;
    expect(await new FrameReader().read(picture, Infinity)).toEqual([CODE]);
  });

  it("is not made up where there is none", async () => {
    const wall = colourOf(degradedCode(CODE, { ...SIZE, module: 0.4, noise: 12 }, 3));
    expect(await new FrameReader().read(wall, Infinity)).toEqual([]);
  });
});

describe("a reader's time", () => {
  const picture = () => colourOf(degradedCode(CODE, { ...SIZE, module: 0.4 }, 4));

  it("is not spent on harder looks once it is over, and the next frame goes on where this one stopped", async () => {
    const looked: string[] = [];
    let now = 0;
    const look = (name: string) => ({
      name,
      prepare: (grey: ReturnType<typeof degradedCode>) => {
        looked.push(name);
        now += 10;
        return grey;
      },
    });
    const reader = new FrameReader(["one", "two", "three"].map(look), () => now);
    await reader.read(picture(), 15);
    expect(looked).toEqual(["one", "two"]);
    await reader.read(picture(), 15);
    expect(looked).toEqual(["one", "two", "three", "one"]);
    await reader.read(picture(), 0);
    expect(looked).toHaveLength(4);
  });

  it("is spent on what is hidden beside a code that was seen before", async () => {
    const looked: number[] = [];
    const pass = {
      name: "counted",
      prepare: (grey: ReturnType<typeof degradedCode>) => {
        looked.push(grey.width);
        return grey;
      },
    };
    const reader = new FrameReader([pass]);
    const seen = colourOf(degradedCode(CODE, { ...CLEAN, ...SIZE }, 5));
    expect(await reader.read(seen, Infinity)).toEqual([CODE]);
    expect(looked).toEqual([]);
    expect(await reader.read(seen, Infinity)).toEqual([CODE]);
    expect(looked).toEqual([SIZE.width]);
  });
});
