import { crc32, deflateSync, inflateSync } from "node:zlib";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { readLogo, readLogoUrl } from "@/lib/office/logo";

const png = (width: number, height = width) => PNG.sync.write(new PNG({ width, height }));
const jpg = (side: number) =>
  jpeg.encode({ width: side, height: side, data: Buffer.alloc(side * side * 4, 200) }, 80).data;

test.each([
  ["PNG", png(64), "png"],
  ["grey PNG", PNG.sync.write(new PNG({ width: 40, height: 50 }), { colorType: 0 }), "png"],
  ["JPEG", jpg(64), "jpeg"],
])("a whole %s is kept as it is, and stands the second look", (_kind, bytes, kind) => {
  const read = readLogo(bytes);
  if (!read.ok) throw new Error(read.code);
  expect(read.dataUrl).toBe(`data:image/${kind};base64,${bytes.toString("base64")}`);
  expect(readLogoUrl(read.dataUrl)).toEqual(read);
});

const interlaced = () => {
  const bytes = png(64);
  bytes[28] = 1;
  return bytes;
};
const claims = (side: number) => {
  const bytes = png(64);
  bytes.writeUInt32BE(side, 16);
  return bytes;
};

/** A PNG whose rows begin with a filter that PNG does not have; its check sums fit. */
function strangeFilter(): Buffer {
  const bytes = png(64);
  const at = bytes.indexOf("IDAT");
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  rows[0] = 9;
  const piece = Buffer.concat([Buffer.from("IDAT"), deflateSync(rows)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(piece.length - 4);
  sum.writeUInt32BE(crc32(piece));
  const end = bytes.subarray(bytes.indexOf("IEND") - 4);
  return Buffer.concat([bytes.subarray(0, at - 4), length, piece, sum, end]);
}

test("of a JPEG nothing is kept that a camera noted: one that claims too much ends whoever reads it", () => {
  const bytes = jpg(64);
  const directory = Buffer.from("Exif\0\0MM\0*\0\0\0\u0008\u00ea\u0060", "latin1");
  const note = Buffer.concat([Buffer.from([0xff, 0xe1, 0, directory.length + 2]), directory]);
  const read = readLogo(Buffer.concat([bytes.subarray(0, 2), note, bytes.subarray(2)]));
  if (!read.ok) throw new Error(read.code);
  const kept = Buffer.from(read.dataUrl.split(",")[1] ?? "", "base64");
  expect(kept.includes("Exif")).toBe(false);
  expect(jpeg.decode(kept)).toMatchObject({ width: 64, height: 64 });
  expect(readLogoUrl(read.dataUrl)).toEqual(read);
});

test.each([
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'), "LOGO_KIND"],
  ["a GIF", Buffer.from("GIF89a\u0040\u0000\u0040\u0000"), "LOGO_KIND"],
  ["nothing", Buffer.alloc(0), "LOGO_KIND"],
  ["a stamp", png(16), "LOGO_SIZE"],
  ["a poster", png(1201, 40), "LOGO_SIZE"],
  ["a file of megabytes", Buffer.alloc(2_000_000), "LOGO_TOO_LARGE"],
  ["half a PNG", png(64).subarray(0, 60), "LOGO_BROKEN"],
  ["a PNG that says to be wider than it is", claims(900), "LOGO_BROKEN"],
  ["a PNG that unpacks to more than it says", claims(40), "LOGO_BROKEN"],
  ["a PNG with a filter that there is not", strangeFilter(), "LOGO_BROKEN"],
  ["an interlaced PNG", interlaced(), "LOGO_BROKEN"],
  ["half a JPEG", jpg(64).subarray(0, 300), "LOGO_BROKEN"],
] as const)("%s is refused", (_what, bytes, code) => {
  expect(readLogo(bytes)).toEqual({ ok: false, code });
});

test("a data URL that names another kind than its bytes are is refused", () => {
  const url = `data:image/jpeg;base64,${png(64).toString("base64")}`;
  expect(readLogoUrl(url)).toEqual({ ok: false, code: "LOGO_KIND" });
});
