import "server-only";

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: "EMPTY" | "SPREADSHEET" | "NOT_TEXT" };

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, place) => bytes[place] === byte);

/**
 * A file's bytes as text. Spreadsheets write UTF-8 with or without a mark, Excel's "Unicode text" UTF-16, and its older
 * CSV Windows-1252: what does not read as UTF-8 is taken for that.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, reason: "EMPTY" };
  // A workbook is a ZIP archive (xlsx, ods) or an old compound file (xls).
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { ok: false, reason: "SPREADSHEET" };
  const wide = startsWith(bytes, 0xff, 0xfe) ? "utf-16le" : startsWith(bytes, 0xfe, 0xff) ? "utf-16be" : null;
  if (wide) return { ok: true, text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  if (bytes.includes(0)) return { ok: false, reason: "NOT_TEXT" };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { ok: true, text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}
