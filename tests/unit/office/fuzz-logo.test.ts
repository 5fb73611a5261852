import fc from "fast-check";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { LOGO_LIMITS, readLogo, readLogoUrl } from "@/lib/office/logo";
import { byteChanges, changedBytes, inputs } from "../../support/fuzz";

const png = PNG.sync.write(new PNG({ width: 40, height: 48 }));
const jpg = jpeg.encode({ width: 40, height: 48, data: Buffer.alloc(40 * 48 * 4, 90) }, 80).data;
const picture = fc
  .tuple(fc.constantFrom(png, jpg), byteChanges(5))
  .map(([sound, changes]) => changedBytes(sound, changes));

test("whatever comes as an emblem is refused for a reason, or kept as a picture that stands the second look", () => {
  fc.assert(
    fc.property(fc.oneof(picture, fc.uint8Array({ maxLength: 400 })), (bytes) => {
      const read = readLogo(bytes);
      if (!read.ok) {
        expect(read.code).toMatch(/^LOGO_(TOO_LARGE|KIND|SIZE|BROKEN)$/);
        return;
      }
      for (const side of [read.width, read.height]) {
        expect(side).toBeGreaterThanOrEqual(LOGO_LIMITS.leastSide);
        expect(side).toBeLessThanOrEqual(LOGO_LIMITS.mostSide);
      }
      expect(read.dataUrl).toMatch(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/);
      expect(readLogoUrl(read.dataUrl)).toEqual(read);
    }),
    inputs(400),
  );
});
