/** The same code within this time is one scan, however often the camera sees it. */
const SAME_CODE_MS = 3_000;
/** Between codes that are in view together: the server takes the one that is a booking, and never guesses. */
const SEPARATOR = "\u001e";
/** The server reads no more than this; a booking is short, so long codes are left out first. */
const LONGEST = 4_000;

/** Makes scans of what the camera sees frame by frame. */
export class Sightings {
  #seen = new Map<string, number>();

  /**
   * @param at milliseconds on a clock that never goes back.
   * @returns all that is in view, if anything in it was not seen for three seconds; else null.
   */
  see(texts: readonly string[], at: number): string | null {
    for (const [text, last] of this.#seen) if (at - last >= SAME_CODE_MS) this.#seen.delete(text);
    const news = texts.some((text) => !this.#seen.has(text));
    for (const text of texts) this.#seen.set(text, at);
    if (!news) return null;
    const inOrder = [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const kept: string[] = [];
    let length = 0;
    for (const text of inOrder) {
      length += text.length + SEPARATOR.length;
      if (kept.length === 0 || length <= LONGEST) kept.push(text);
    }
    return kept.join(SEPARATOR);
  }
}
