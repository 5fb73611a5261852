/** A grey picture, a byte a pixel, row by row. */
export interface GreyPicture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** As ImageData has it: four bytes a pixel. */
export interface ColourPicture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** How bright each pixel looks (the luma of BT.601, in 1024ths). */
export function greyOf({ data, width, height }: ColourPicture): GreyPicture {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = ((data[from] ?? 0) * 306 + (data[from + 1] ?? 0) * 601 + (data[from + 2] ?? 0) * 117) >> 10;
  }
  return { data: grey, width, height };
}

/** A grey picture in the form that decoders take. */
export function colourOf({ data, width, height }: GreyPicture): ColourPicture {
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = ((data[at] ?? 0) * 0x010101 + 0xff000000) >>> 0;
  return { data: new Uint8ClampedArray(pixels.buffer), width, height };
}

/** The mean over a square around each pixel, by running sums: the radius costs nothing. */
function means(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = -radius; x < width; x += 1) {
      if (x + radius < width) {
        sum += values[row + x + radius] ?? 0;
        count += 1;
      }
      if (x - radius - 1 >= 0) {
        sum -= values[row + x - radius - 1] ?? 0;
        count -= 1;
      }
      if (x >= 0) across[row + x] = sum / count;
    }
  }
  const result = new Float32Array(values.length);
  const sums = new Float32Array(width);
  let rows = 0;
  for (let y = -radius; y < height; y += 1) {
    const entering = y + radius < height ? (y + radius) * width : -1;
    const leaving = y - radius - 1 >= 0 ? (y - radius - 1) * width : -1;
    rows += (entering >= 0 ? 1 : 0) - (leaving >= 0 ? 1 : 0);
    for (let x = 0; x < width; x += 1) {
      let sum = sums[x] ?? 0;
      if (entering >= 0) sum += across[entering + x] ?? 0;
      if (leaving >= 0) sum -= across[leaving + x] ?? 0;
      sums[x] = sum;
      if (y >= 0) result[y * width + x] = sum / rows;
    }
  }
  return result;
}

/** Below this much variation there is only noise, which must not be blown up. */
const LEAST_DEVIATION = 4;
const CONTRAST = 60;

/**
 * Every neighbourhood brought to the same brightness and contrast, as if the light were even: shadows, glare and dim
 * screens lose their hold. The neighbourhood is a square of twice this radius, in pixels.
 */
export function levelled({ data, width, height }: GreyPicture, radius: number): GreyPicture {
  const values = Float32Array.from(data);
  const mean = means(values, width, height, radius);
  for (let at = 0; at < values.length; at += 1) values[at] = ((data[at] ?? 0) - (mean[at] ?? 0)) ** 2;
  const variance = means(values, width, height, radius);
  const even = new Uint8ClampedArray(data.length);
  for (let at = 0; at < even.length; at += 1) {
    const deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance[at] ?? 0));
    even[at] = 128 + (((data[at] ?? 0) - (mean[at] ?? 0)) / deviation) * CONTRAST;
  }
  return { data: even, width, height };
}

/** Edges made steeper: what a lens out of focus took away, as far as noise allows. */
export function sharpened(
  { data, width, height }: GreyPicture,
  radius: number,
  strength: number,
): GreyPicture {
  const mean = means(Float32Array.from(data), width, height, radius);
  const sharp = new Uint8ClampedArray(data.length);
  for (let at = 0; at < sharp.length; at += 1) {
    const value = data[at] ?? 0;
    sharp[at] = value + strength * (value - (mean[at] ?? 0));
  }
  return { data: sharp, width, height };
}

/** Four pixels made one: noise and moiré go, and codes too large for the decoder become ordinary ones. */
export function halved({ data, width, height }: GreyPicture): GreyPicture {
  const [across, down] = [width >> 1, height >> 1];
  const half = new Uint8ClampedArray(across * down);
  for (let y = 0; y < down; y += 1) {
    const above = 2 * y * width;
    for (let x = 0; x < across; x += 1) {
      const at = above + 2 * x;
      half[y * across + x] =
        ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)) / 4;
    }
  }
  return { data: half, width: across, height: down };
}

/** The middle of the picture, this share of each side, so many times larger: small codes get pixels to be read by. */
export function enlarged(picture: GreyPicture, factor: number, share: number): GreyPicture {
  const { data, width, height } = picture;
  const [cutAcross, cutDown] = [Math.floor(width * share), Math.floor(height * share)];
  const [left, top] = [(width - cutAcross) / 2, (height - cutDown) / 2];
  const [across, down] = [Math.round(cutAcross * factor), Math.round(cutDown * factor)];
  const large = new Uint8ClampedArray(across * down);
  for (let y = 0; y < down; y += 1) {
    const sourceY = Math.min(height - 1.001, Math.max(0, top + (y + 0.5) / factor - 0.5));
    const upper = Math.floor(sourceY);
    const lowerShare = sourceY - upper;
    for (let x = 0; x < across; x += 1) {
      const sourceX = Math.min(width - 1.001, Math.max(0, left + (x + 0.5) / factor - 0.5));
      const before = Math.floor(sourceX);
      const afterShare = sourceX - before;
      const at = upper * width + before;
      const high = (data[at] ?? 0) * (1 - afterShare) + (data[at + 1] ?? 0) * afterShare;
      const low = (data[at + width] ?? 0) * (1 - afterShare) + (data[at + width + 1] ?? 0) * afterShare;
      large[y * across + x] = high * (1 - lowerShare) + low * lowerShare;
    }
  }
  return { data: large, width: across, height: down };
}
