import "server-only";
import { inflateSync } from "node:zlib";

/** What an emblem may be: printed on paper it needs no more. */
export const LOGO_LIMITS = { bytes: 140_000, leastSide: 32, mostSide: 1200 } as const;

export type LogoProblem = "LOGO_TOO_LARGE" | "LOGO_KIND" | "LOGO_SIZE" | "LOGO_BROKEN";

export type ReadLogo =
  | {
      readonly ok: true;
      /** As the settings keep it: a data URL of exactly these bytes. */
      readonly dataUrl: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly ok: false; readonly code: LogoProblem };

interface Picture {
  readonly kind: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
  /** The picture is whole, as far as its own structure tells. */
  readonly whole: boolean;
  /** What is kept of it: without the notes that cameras and programs leave. */
  readonly bytes: Buffer;
}

/** Looks at the bytes themselves, whatever name and type came with them: a PNG or JPEG, whole, of a fitting size. */
export function readLogo(bytes: Uint8Array): ReadLogo {
  if (bytes.byteLength > LOGO_LIMITS.bytes) return { ok: false, code: "LOGO_TOO_LARGE" };
  const data = Buffer.from(bytes);
  const picture = png(data) ?? jpeg(data);
  if (!picture) return { ok: false, code: "LOGO_KIND" };
  const { kind, width, height, whole, bytes: kept } = picture;
  const sides = [width, height];
  if (sides.some((side) => side < LOGO_LIMITS.leastSide || side > LOGO_LIMITS.mostSide))
    return { ok: false, code: "LOGO_SIZE" };
  if (!whole) return { ok: false, code: "LOGO_BROKEN" };
  return { ok: true, dataUrl: `data:image/${kind};base64,${kept.toString("base64")}`, width, height };
}

/** The same for what the settings keep: the page sends back what it was given, or something else. */
export function readLogoUrl(dataUrl: string): ReadLogo {
  const read = readLogo(Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64"));
  return read.ok && read.dataUrl !== dataUrl ? { ok: false, code: "LOGO_KIND" } : read;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel, by PNG's colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Null for no PNG at all. An interlaced one is not whole: documents cannot draw it. */
function png(data: Buffer): Picture | null {
  if (data.length < 33 || !data.subarray(0, 8).equals(PNG) || data.toString("latin1", 12, 16) !== "IHDR")
    return null;
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth = 0, colour = 0, , , interlaced] = data.subarray(24, 29);
  const pieces: Buffer[] = [];
  let ended = false;
  for (let at = 8; at + 12 <= data.length && !ended;) {
    const length = data.readUInt32BE(at);
    const kind = data.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > data.length) break;
    if (kind === "IDAT") pieces.push(data.subarray(at + 8, at + 8 + length));
    ended = kind === "IEND";
    at += 12 + length;
  }
  const row = 1 + Math.ceil((width * depth * (CHANNELS[colour] ?? 0)) / 8);
  const fits = width > 0 && width <= LOGO_LIMITS.mostSide && height <= LOGO_LIMITS.mostSide;
  const whole = ended && interlaced === 0 && fits && unpacked(pieces, row, height);
  return { kind: "png", width, height, whole, bytes: data };
}

/**
 * Whether the packed rows unpack to exactly as many bytes as the picture needs, never to more, and each begins with one
 * of PNG's five filters: the documents' painter throws at another where nobody can catch it.
 */
function unpacked(pieces: readonly Buffer[], row: number, height: number): boolean {
  try {
    const rows = inflateSync(Buffer.concat(pieces), { maxOutputLength: row * height });
    const filters = Array.from({ length: height }, (_, y) => rows[y * row] ?? Infinity);
    return rows.length === row * height && filters.every((filter) => filter <= 4);
  } catch {
    // Damaged, or larger than it says: either way no emblem.
    return false;
  }
}

/** APP1–APP13, APP15 and comments: Exif and the like. A crafted one costs the documents' painter all memory. */
const isNote = (marker: number) => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

/** Null for no JPEG at all. Frames that printers and documents read: baseline and progressive. */
function jpeg(data: Buffer): Picture | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  let size = { width: 0, height: 0 };
  let scanned = false;
  const kept = [data.subarray(0, 2)];
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff && !scanned) {
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2)
      size = { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    scanned = marker === 0xda;
    const end = at + 2 + data.readUInt16BE(at + 2);
    if (!isNote(marker)) kept.push(data.subarray(at, end));
    at = end;
  }
  kept.push(data.subarray(at));
  const ended = data.subarray(-32).includes(Buffer.from([0xff, 0xd9]));
  return { kind: "jpeg", ...size, whole: scanned && ended, bytes: Buffer.concat(kept) };
}
