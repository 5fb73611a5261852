/** The next thing in a printer's receive buffer. */
export type Piece =
  | { readonly kind: "BYTE"; readonly byte: number; readonly length: number }
  | {
      readonly kind: "COMMAND";
      readonly name: string;
      readonly data: readonly number[];
      readonly length: number;
    };

/** Commands of two bytes and how many parameters follow. */
const FIXED: Readonly<Record<string, number>> = {
  "1b 40": 0,
  "1b 45": 1,
  "1b 4d": 1,
  "1b 52": 1,
  "1b 61": 1,
  "1b 74": 1,
  "1b 7b": 1,
  "1b 4a": 1,
  "1b 33": 1,
  "1b 32": 0,
  "1c 2e": 0,
  "1d 21": 1,
  "1d 42": 1,
  "1d 56": 1,
  "1d 61": 1,
};
const PREFIX: Readonly<Record<number, string>> = { 0x1b: "ESC", 0x1c: "FS", 0x1d: "GS" };

/** Reads one piece off the front of the buffer; null when more bytes must come first. */
export function nextPiece(buffer: readonly number[]): Piece | null {
  const [first, second] = buffer;
  if (first === undefined) return null;
  const prefix = PREFIX[first];
  if (!prefix) return { kind: "BYTE", byte: first, length: 1 };
  if (second === undefined) return null;
  const named = (name: string, from: number, length: number): Piece | null =>
    buffer.length < length ? null : { kind: "COMMAND", name, data: buffer.slice(from, length), length };
  if (first === 0x1d && second === 0x28) {
    if (buffer.length < 5) return null;
    const length = 5 + (buffer[3] ?? 0) + (buffer[4] ?? 0) * 256;
    return named(`GS ( ${String.fromCharCode(buffer[2] ?? 0)}`, 5, length);
  }
  if (first === 0x1d && second === 0x76) {
    if (buffer.length < 8) return null;
    const bytes = ((buffer[4] ?? 0) + (buffer[5] ?? 0) * 256) * ((buffer[6] ?? 0) + (buffer[7] ?? 0) * 256);
    return named("GS v 0", 3, 8 + bytes);
  }
  const hex = (byte: number) => byte.toString(16).padStart(2, "0");
  const parameters = FIXED[`${hex(first)} ${hex(second)}`];
  return named(`${prefix} ${String.fromCharCode(second)}`, 2, 2 + (parameters ?? 0));
}
