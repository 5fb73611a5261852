import type { Browser } from "@playwright/test";
import { PNG } from "pngjs";
import { create } from "qrcode";
import type { Mark, PrintedPaper } from "./escpos-paper";
import type { SlipImage } from "./slip-image";
import { mm } from "./slip-image";

/** Of a printer's letter of 24 rows the capitals fill 18: what Epson's font A has, and clones come near to. */
const CAPITAL = 18 / 24;
/** Of common monospaced fonts, in parts of their size. */
const FONT = { capital: 0.729, advance: 0.602 };
const MARGIN = 32;

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function letters(mark: Mark & { kind: "TEXT" }): string {
  const { x, y, width, height, text, bold } = mark;
  if (/^[─═]+$/.test(text)) {
    const length = text.length * width;
    return `<rect x="${x}" y="${y + height / 2}" width="${length}" height="2"/>`;
  }
  const base = y + height * 0.83;
  const [wide, high] = [width / FONT.advance / 100, (height * CAPITAL) / FONT.capital / 100];
  const style = bold ? ' font-weight="bold"' : "";
  return [...text]
    .map((one, index) =>
      one === " "
        ? ""
        : `<text transform="translate(${x + index * width} ${base}) scale(${wide} ${high})"${style}>${escape(one)}</text>`,
    )
    .join("");
}

function code(mark: Mark & { kind: "QR" }): string {
  const { modules } = create(mark.text, { errorCorrectionLevel: mark.level as "M" });
  const { size } = modules;
  const squares: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
  const { x, y, module } = mark;
  return `<path transform="translate(${x} ${y}) scale(${module})" shape-rendering="crispEdges" d="${squares.join("")}"/>`;
}

function raster(mark: Mark & { kind: "RASTER" }): string {
  const dots = mark.rows.flatMap((row, at) =>
    row.flatMap((byte, column) =>
      [7, 6, 5, 4, 3, 2, 1, 0].flatMap((bit, index) =>
        (byte >> bit) & 1 ? `M${mark.x + column * 8 + index} ${mark.y + at}h1v1h-1z` : [],
      ),
    ),
  );
  return `<path shape-rendering="crispEdges" d="${dots.join("")}"/>`;
}

/** The paper as SVG, one dot a unit, with a white margin as wide as a real roll's. */
export function paperSvg({ width, height, marks }: PrintedPaper): string {
  const [outer, long] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const drawn = marks.map((mark) =>
    mark.kind === "TEXT" ? letters(mark) : mark.kind === "QR" ? code(mark) : raster(mark),
  );
  const font = 'font-family="DejaVu Sans Mono, Liberation Mono, monospace" font-size="100"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outer}" height="${long}" viewBox="${-MARGIN} ${-MARGIN} ${outer} ${long}">` +
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${outer}" height="${long}" fill="#fff"/><g ${font}>${drawn.join("")}</g></svg>`
  );
}

/** The paper as a picture of black and white dots, as Chromium draws it. */
export async function paperPng(browser: Browser, paper: PrintedPaper): Promise<Buffer> {
  const viewport = { width: paper.width + 2 * MARGIN, height: paper.height + 2 * MARGIN };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
  await page.setContent(`<body style="margin:0">${paperSvg(paper)}</body>`);
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** The same picture for measuring; heights on it count from the picture's top, `MARGIN` dots above the paper's. */
export async function paperImage(browser: Browser, paper: PrintedPaper): Promise<SlipImage> {
  const { width, height, data } = PNG.sync.read(await paperPng(browser, paper));
  const rgba = new Uint8ClampedArray(data);
  const letters = paper.lines.join("").replace(/\s+/g, "");
  return { pages: 1, widthMm: mm(width), heightMm: mm(height), letters, width, height, rgba };
}

/** From where to where, in mm on that picture, the line with this text stands. */
export function bandOf(paper: PrintedPaper, text: string): { readonly from: number; readonly to: number } {
  const mark = paper.marks.find((one) => one.kind === "TEXT" && one.text === text);
  if (mark?.kind !== "TEXT") throw new Error(`${text} is not on the paper: ${paper.lines.join(" / ")}`);
  return { from: mm(mark.y + MARGIN), to: mm(mark.y + mark.height + MARGIN) };
}
