/** What of a key event matters here: as in KeyboardEvent, and its time on the event's own clock, in milliseconds. */
export interface WedgeKey {
  readonly key: string;
  readonly at: number;
  /** The key's place on the keyboard, where it is known. */
  readonly code?: string;
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly ctrl?: boolean;
  /** Typed by holding the key down: no scanner does. */
  readonly repeat?: boolean;
}

/** What stands on a US keyboard's keys, plain and with Shift. */
const US: Readonly<Record<string, string>> = {
  Backquote: "`~",
  Minus: "-_",
  Equal: "=+",
  BracketLeft: "[{",
  BracketRight: "]}",
  Backslash: "\\|",
  Semicolon: ";:",
  Quote: "'\"",
  Comma: ",<",
  Period: ".>",
  Slash: "/?",
  Space: "  ",
};
const SHIFTED_DIGITS = ")!@#$%^&*(";

/** The character that a US keyboard has at this place: scanners leave the factory speaking US. Null off the letters. */
export function usCharacter({ code = "", shift = false }: WedgeKey): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? (SHIFTED_DIGITS[Number(digit)] ?? null) : digit;
  const numpad = /^Numpad(\d)$/.exec(code)?.[1];
  return numpad ?? US[code]?.[shift ? 1 : 0] ?? null;
}

/** The digit that is typed on the number pad while Alt is held, with Num Lock on or off. */
export function altDigit({ alt, code = "" }: WedgeKey): string | null {
  return alt ? (/^Numpad(\d)$/.exec(code)?.[1] ?? null) : null;
}

/** What a scanner puts before a code: its own control characters, and the symbology in AIM's notation, such as `]Q1`. */
const PREFIX = /^[\s\p{Cc}]*(?:\][A-Za-z][0-9A-Za-z])?[\s\p{Cc}]*/u;

/** A scan without what the scanner wraps around it. Text of several lines keeps its lines. */
export function unwrapped(text: string): string {
  return text.replace(PREFIX, "").replace(/[\s\p{Cc}]+$/u, "");
}
