import "server-only";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import { unpackedFont } from "./unpacked-font";

const FOLDER = path.join(process.cwd(), "node_modules", "@fontsource", "plus-jakarta-sans", "files");

const WEIGHTS = [400, 500, 600, 700, 800] as const;

/** The families in the order in which a letter is looked for: names of people may need more than the Latin basics. */
export const PDF_FONTS = ["Plus Jakarta Sans", "Plus Jakarta Sans Extended", "Plus Jakarta Sans Vietnamese"];

let registered = false;

/** Makes the house's typeface known to the renderer, from files of the installation; once a process is enough. */
export function registerFonts(): void {
  if (registered) return;
  for (const [index, part] of ["latin", "latin-ext", "vietnamese"].entries()) {
    const fonts = WEIGHTS.map((fontWeight) => ({
      src: unpackedFont(path.join(FOLDER, `plus-jakarta-sans-${part}-${fontWeight}-normal.woff`)),
      fontWeight,
    }));
    Font.register({ family: PDF_FONTS[index] ?? "", fonts });
  }
  // Its hyphens are English ones: Indonesian words stay whole.
  Font.registerHyphenationCallback((word) => [word]);
  registered = true;
}
