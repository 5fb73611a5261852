import "server-only";
import { randomInt } from "node:crypto";
import { systemNow } from "@/lib/platform/clock";

/** Long enough for a colleague who begins after a weekend, short enough that a forgotten slip of paper opens nothing. */
export const FIRST_PASSWORD_MS = 72 * 60 * 60_000;

/** Read aloud in Indonesian and typed again, none of them is taken for another. */
const CONSONANTS = "bdghjkmnprstw";
const VOWELS = "aeiou";
/** One group is spoken as two syllables: "bakut". */
const GROUP = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS];
const GROUPS = 4;
/** What nobody should have to say to a colleague. */
const UNSAID = new Set(["memek", "pepek", "tetek", "dubur", "bodoh", "mesum"]);

/** How many bits such a password has: 63, but for six groups in 54,925. */
export const FIRST_PASSWORD_BITS =
  GROUPS * GROUP.reduce((bits, letters) => bits + Math.log2(letters.length), 0);

const oneOf = (letters: string): string => letters.charAt(randomInt(letters.length));

function newGroup(): string {
  const group = GROUP.map(oneOf).join("");
  return UNSAID.has(group) ? newGroup() : group;
}

/** A new password for somebody else to begin with: four groups that can be told by voice, "bakut-simop-tadiw-henog". */
export function newFirstPassword(): string {
  return Array.from({ length: GROUPS }, newGroup).join("-");
}

/** Until when a password given now opens, on the system's clock like everything about sessions. */
export const firstPasswordUntil = (): Date => new Date(systemNow().getTime() + FIRST_PASSWORD_MS);

/**
 * Whether a password that was given, and not changed yet, opens no more. One without an end was typed by a colleague
 * before passwords were made: it does not, either.
 */
export function isOutlived(
  user: { readonly mustChangePassword: boolean; readonly passwordUntil: Date | null },
  now: Date,
): boolean {
  return user.mustChangePassword && (user.passwordUntil === null || user.passwordUntil <= now);
}
