import { PDFiumLibrary } from "@hyzyla/pdfium";

/** The text of each page of a PDF, as a reader would find it; blanks and line ends are one blank. */
export async function pdfPages(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText().replace(/\s+/g, " ").trim());
  document.destroy();
  library.destroy();
  return pages;
}
