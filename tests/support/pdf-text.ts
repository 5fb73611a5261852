import { PDFiumLibrary } from "@hyzyla/pdfium";

async function eachPage<T>(
  pdf: Uint8Array,
  read: (page: ReturnType<Awaited<ReturnType<PDFiumLibrary["loadDocument"]>>["getPage"]>) => T | Promise<T>,
): Promise<T[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const answers: T[] = [];
  for (const page of document.pages()) answers.push(await read(page));
  document.destroy();
  library.destroy();
  return answers;
}

/** The text of each page of a PDF, as a reader would find it; blanks and line ends are one blank. */
export const pdfPages = (pdf: Uint8Array): Promise<string[]> =>
  eachPage(pdf, (page) => page.getText().replace(/\s+/g, " ").trim());

/**
 * How much ink is on a part of each page, as a part of its pixels: text may be in a file and yet outside of its paper.
 * @param from @param to heights on the page, 0 at its top and 1 at its foot
 */
export const pdfInk = (pdf: Uint8Array, from: number, to: number): Promise<number[]> =>
  eachPage(pdf, async (page) => {
    const { width, height, data } = await page.render({ scale: 1, render: "bitmap" });
    const part = data.subarray(Math.floor(from * height) * width * 4, Math.floor(to * height) * width * 4);
    let dark = 0;
    for (let index = 0; index < part.length; index += 4) if ((part[index + 1] ?? 255) < 160) dark += 1;
    return dark / (part.length / 4);
  });
