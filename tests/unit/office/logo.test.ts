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
  ["an interlaced PNG", interlaced(), "LOGO_BROKEN"],
  ["half a JPEG", jpg(64).subarray(0, 300), "LOGO_BROKEN"],
] as const)("%s is refused", (_what, bytes, code) => {
  expect(readLogo(bytes)).toEqual({ ok: false, code });
});

test("a data URL that names another kind than its bytes are is refused", () => {
  const url = `data:image/jpeg;base64,${png(64).toString("base64")}`;
  expect(readLogoUrl(url)).toEqual({ ok: false, code: "LOGO_KIND" });
});
