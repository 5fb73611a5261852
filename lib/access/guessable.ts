import "server-only";
import { environment } from "@/lib/platform/environment";
import { isCommonPassword } from "./common-passwords";
import { isPublicPassword } from "./demo-sign-ins";

/** What somebody who knows the office tries first, in lower case: its trade, its people, and what keyboards suggest. */
export const OFFICE_WORDS: readonly string[] = [
  ...["janji", "imigrasi", "immigration", "kanim", "kantor", "paspor", "passport", "antrian", "antrean"],
  ...["loket", "kios", "kiosk", "tablet", "server", "biometrik", "indonesia", "jakarta", "blitar", "jawa"],
  ...["petugas", "penyelia", "pengawas", "kepala", "administrator", "admin", "officer", "supervisor"],
  ...["password", "katasandi", "kata", "sandi", "rahasia", "secret", "masuk", "login", "welcome", "selamat"],
  ...[
    "bismillah",
    "sayang",
    "cinta",
    "merdeka",
    "garuda",
    "qwerty",
    "asdfgh",
    "zxcvbn",
    "iloveyou",
    "monkey",
  ],
].sort((one, other) => other.length - one.length);

/** Fewer letters than this beside such words add nothing, nor do so few other signs: a year, a number, a mark. */
const LETTERS_OF_ONES_OWN = 3;
const SIGNS_OF_ONES_OWN = 8;

const ROWS = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
const IN_ORDER = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);

/**
 * Whether a password is nothing but the user name, the office's words, neighbours in a row or one thing repeated, with a
 * few digits or marks around them. Any signs may be used, digits alone too, as long as they are not such a row.
 */
export function isGuessable(password: string, username: string | null): boolean {
  const lower = password.toLowerCase();
  if (/^(.{1,3})\1+.{0,2}$/su.test(lower) || IN_ORDER.some((row) => row.includes(lower))) return true;
  const words = username ? [username.toLowerCase(), ...OFFICE_WORDS] : OFFICE_WORDS;
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), lower);
  const letters = rest.replace(/[^\p{L}]/gu, "").length;
  return rest !== lower && letters < LETTERS_OF_ONES_OWN && rest.length - letters < SIGNS_OF_ONES_OWN;
}

/**
 * Whether an office refuses a password: because somebody who knows the office would guess it, or because it is one of
 * those that leaked elsewhere and are tried first. A demo's are public on purpose, so it takes any.
 */
export async function isRefusedPassword(password: string, username: string | null): Promise<boolean> {
  if (environment().mode !== "real") return false;
  return isPublicPassword(password) || isGuessable(password, username) || isCommonPassword(password);
}
