import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import type { ColourPicture } from "@/components/scan/picture";
import type { Sample } from "./degraded-sets";

const PICTURE = /\.(png|jpe?g)$/i;

/** By what the file holds: public sets name files as they like. */
function load(file: string): ColourPicture {
  const bytes = readFileSync(file);
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const { data, width, height } = isPng ? PNG.sync.read(bytes) : jpeg.decode(bytes, { useTArray: true });
  return { data: new Uint8ClampedArray(data), width, height };
}

/** All pictures below a folder, a set for each folder that holds some; beside a picture may lie its text as .txt. */
export function photographs(folder: string): Sample[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): Sample[] => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return photographs(file);
    if (!PICTURE.test(entry.name)) return [];
    const said = file.replace(PICTURE, ".txt");
    const text = existsSync(said) ? readFileSync(said, "utf8") : null;
    return [{ set: path.basename(folder), name: entry.name, text, picture: () => load(file) }];
  });
}
