import { create } from "qrcode";

/** What a receipt printer puts on paper, in dots of 1/203 inch from the top left of the printable area. */
export type Mark =
  | {
      readonly kind: "TEXT";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      /** Of one letter's cell. */
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
    }
  | {
      readonly kind: "QR";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly module: number;
      readonly level: string;
    }
  | {
      readonly kind: "RASTER";
      readonly x: number;
      readonly y: number;
      readonly widthBytes: number;
      readonly rows: readonly (readonly number[])[];
    };

/** One piece of paper, from the last cut to this one. */
export interface PrintedPaper {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** All lines, as somebody reads them. */
  readonly lines: readonly string[];
  readonly cut: boolean;
}

const LINE_DOTS = 30;
const FONTS = [
  { width: 12, height: 24 },
  { width: 9, height: 17 },
];
const LEVELS = ["L", "M", "Q", "H"] as const;
const BOX: Readonly<Record<number, string>> = { 0xb3: "│", 0xc4: "─", 0xcd: "═" };

function letter(byte: number, page: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  if (page === 16) return new TextDecoder("windows-1252").decode(Uint8Array.of(byte));
  return BOX[byte] ?? "?";
}

/**
 * The mechanism of a receipt printer: takes ESC/POS commands one after another and moves the paper. A command that it
 * does not know is a fault of whoever sent it: `unknown` must stay empty.
 */
export function paperMechanism(width: number) {
  let y = 0;
  let line: (Mark & { kind: "TEXT" })[] = [];
  let marks: Mark[] = [];
  let style = plain();
  let stored = { text: "", module: 3, level: "L" };
  const unknown: string[] = [];

  function plain() {
    return { font: 0, wide: 1, high: 1, bold: false, align: 0, page: 0, spacing: LINE_DOTS };
  }

  function write(byte: number): void {
    const font = FONTS[style.font] ?? { width: 12, height: 24 };
    const cell = { width: font.width * style.wide, height: font.height * style.high };
    const last = line.at(-1);
    const x = last ? last.x + last.text.length * last.width : 0;
    if (x + cell.width > width) endLine();
    const text = letter(byte, style.page);
    const open = line.at(-1);
    const same = open && open.width === cell.width && open.height === cell.height && open.bold === style.bold;
    if (same) line[line.length - 1] = { ...open, text: open.text + text };
    else {
      const from = open ? open.x + open.text.length * open.width : 0;
      line.push({ kind: "TEXT", x: from, y: 0, text, bold: style.bold, ...cell });
    }
  }

  function endLine(feed = style.spacing): void {
    const tallest = Math.max(0, ...line.map(({ height }) => height));
    const last = line.at(-1);
    const used = last ? last.x + last.text.length * last.width : 0;
    const shift = Math.floor(((width - used) * style.align) / 2);
    for (const mark of line) marks.push({ ...mark, x: mark.x + shift, y: y + tallest - mark.height });
    y += Math.max(feed, tallest);
    line = [];
  }

  function printQr(): void {
    const { modules } = create(stored.text, { errorCorrectionLevel: stored.level as "M" });
    const side = modules.size * stored.module;
    if (side > width) return;
    const x = Math.floor(((width - side) * style.align) / 2);
    marks.push({ kind: "QR", x, y, ...stored });
    y += side;
  }

  function symbol(data: readonly number[]): void {
    const [kind, fn] = data;
    if (kind !== 0x31) return void unknown.push(`GS ( k of kind ${kind}`);
    if (fn === 0x43) stored = { ...stored, module: data[2] ?? 3 };
    else if (fn === 0x45) stored = { ...stored, level: LEVELS[(data[2] ?? 48) - 48] ?? "L" };
    else if (fn === 0x50) stored = { ...stored, text: String.fromCharCode(...data.slice(3)) };
    else if (fn === 0x51) printQr();
    else if (fn !== 0x41) unknown.push(`GS ( k function ${fn}`);
  }

  const paper = (cut: boolean): PrintedPaper => {
    const rows = new Map<number, string>();
    for (const mark of marks) {
      if (mark.kind !== "TEXT") continue;
      const base = mark.y + mark.height;
      rows.set(base, (rows.get(base) ?? "") + mark.text);
    }
    return { width, height: y, marks, lines: [...rows.values()].map((row) => row.trim()), cut };
  };

  return {
    unknown,
    /** How far the paper has moved since the last cut. */
    moved: () => y,
    paper,
    text: write,
    lineFeed: () => endLine(),
    /** A command by its name in the reference, with its parameters. */
    command(name: string, p: readonly number[]): void {
      const [n = 0] = p;
      switch (name) {
        case "ESC @":
          style = plain();
          line = [];
          return;
        case "ESC E":
          style = { ...style, bold: (n & 1) === 1 };
          return;
        case "ESC M":
          style = { ...style, font: n % 48 };
          return;
        case "ESC t":
          style = { ...style, page: n };
          return;
        case "ESC a":
          style = { ...style, align: n % 48 };
          return;
        case "ESC 3":
          style = { ...style, spacing: n };
          return;
        case "ESC 2":
          style = { ...style, spacing: LINE_DOTS };
          return;
        case "ESC J":
          return endLine(n);
        case "GS !":
          style = { ...style, wide: (n >> 4) + 1, high: (n & 7) + 1 };
          return;
        case "GS ( k":
          return symbol(p);
        case "GS v 0": {
          const widthBytes = (p[1] ?? 0) + (p[2] ?? 0) * 256;
          const rows = Array.from({ length: (p[3] ?? 0) + (p[4] ?? 0) * 256 }, (_, row) =>
            p.slice(5 + row * widthBytes, 5 + (row + 1) * widthBytes),
          );
          marks.push({ kind: "RASTER", x: 0, y, widthBytes, rows });
          y += rows.length;
          return;
        }
        case "ESC R":
        case "ESC {":
        case "GS B":
        case "FS .":
          if (name !== "FS ." && n !== 0) unknown.push(`${name} ${n}`);
          return;
        default:
          unknown.push(name);
      }
    },
    /** Cuts, and begins a new piece of paper. */
    cut(): PrintedPaper {
      if (line.length > 0) endLine();
      const done = paper(true);
      marks = [];
      y = 0;
      return done;
    },
  };
}
