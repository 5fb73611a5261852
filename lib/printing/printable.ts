import "server-only";

const SIMPLER: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2022": "*",
  "\u2026": "...",
};
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * Text that any receipt printer takes, one byte a character of its Latin code page: a control character in a setting
 * must not become a printer's command, and what the page lacks is written plainer rather than as somebody else's letter.
 */
export function printable(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[\s\u0000-\u001f\u007f-\u009f]/g, " ");
  return [...plain].map(printableLetter).join("");
}

function printableLetter(letter: string): string {
  const simpler = SIMPLER[letter];
  if (simpler !== undefined) return simpler;
  if (letter <= "\u00ff") return letter;
  const base = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[ -~]+$/.test(base) ? base : "?";
}
