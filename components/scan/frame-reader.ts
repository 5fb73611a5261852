import { readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import {
  colourOf,
  enlarged,
  greyOf,
  halved,
  levelled,
  sharpened,
  type ColourPicture,
  type GreyPicture,
} from "./picture";

/** For every frame: the cheapest look, and enough for a code that is held well. */
const QUICK: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: false,
  tryInvert: false,
  tryDownscale: false,
  // Rotation gains nothing, codes turn by themselves.
  tryRotate: false,
  maxNumberOfSymbols: 4,
};

/** For every frame in which the quick look saw nothing new. */
const THOROUGH: ReaderOptions = { ...QUICK, tryHarder: true, tryInvert: true, tryDownscale: true };

interface Pass {
  /** What it is for. */
  readonly name: string;
  readonly prepare: (picture: GreyPicture) => GreyPicture;
  readonly options?: ReaderOptions;
}

const shortSide = ({ width, height }: GreyPicture) => Math.min(width, height);
/** Pictures with more pixels than this are enlarged in their middle only, where the guide is. */
const ENLARGE_WHOLE = 500;

/** Taken in turn when the fast look finds nothing, the most fruitful first, as bench/decoding measures them. */
export const PASSES: readonly Pass[] = [
  {
    name: "uneven or dim light",
    prepare: (picture) => levelled(picture, Math.round(shortSide(picture) / 8)),
    options: { binarizer: "GlobalHistogram" },
  },
  {
    name: "small",
    prepare: (picture) => enlarged(picture, 2, shortSide(picture) > ENLARGE_WHOLE ? 0.6 : 1),
  },
  {
    name: "grainy",
    prepare: (picture) => picture,
    options: { tryDenoise: true, binarizer: "GlobalHistogram" },
  },
  {
    name: "out of focus",
    prepare: (picture) => levelled(sharpened(picture, 5, 4), Math.round(shortSide(picture) / 18)),
    options: { binarizer: "FixedThreshold" },
  },
  { name: "moiré, very large", prepare: halved },
  {
    name: "grainy and dim",
    prepare: (picture) => levelled(halved(picture), Math.round(shortSide(picture) / 16)),
    options: { binarizer: "GlobalHistogram" },
  },
  {
    name: "curved, in shadow",
    prepare: (picture) => levelled(picture, Math.round(shortSide(picture) / 16)),
    options: { binarizer: "FixedThreshold" },
  },
];

async function textsIn(picture: ColourPicture, options: ReaderOptions): Promise<string[]> {
  // Named one by one: an ImageData's own properties are none, so spreading one gives nothing.
  const { data, width, height } = picture;
  const frame = { data, width, height, colorSpace: "srgb" } as ImageData;
  const found = await readBarcodes(frame, options);
  return found.filter(({ isValid, text }) => isValid && text !== "").map(({ text }) => text);
}

/**
 * Reads the QR codes of one frame after another. Each frame gets the quick look; one that shows nothing, or only
 * what the frame before showed too, gets the thorough one and then as many harder looks as its time allows, going on
 * where the last frame stopped.
 */
export class FrameReader {
  #turn = 0;
  #before = new Set<string>();

  constructor(
    private readonly passes: readonly Pass[] = PASSES,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /**
   * @param budgetMs a harder look is begun only within this time; Infinity takes each once at most.
   * @returns every text in view, each once.
   */
  async read(picture: ColourPicture, budgetMs: number): Promise<readonly string[]> {
    const until = this.clock() + budgetMs;
    const found = new Set(await textsIn(picture, QUICK));
    const news = () => [...found].some((text) => !this.#before.has(text));
    if (!news()) for (const text of await textsIn(picture, THOROUGH)) found.add(text);
    let grey: GreyPicture | undefined;
    for (let taken = 0; taken < this.passes.length && !news() && this.clock() < until; taken += 1) {
      const pass = this.passes[this.#turn % this.passes.length];
      if (!pass) break;
      grey ??= greyOf(picture);
      const more = await textsIn(colourOf(pass.prepare(grey)), { ...THOROUGH, ...pass.options });
      for (const text of more) found.add(text);
      // What helped this frame will help the next.
      if (more.length === 0) this.#turn += 1;
    }
    this.#before = found;
    return [...found];
  }
}
