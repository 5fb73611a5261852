/** Keys of one burst come at most this far apart; a person types slower, a slow scanner not much. */
const BURST_GAP_MS = 100;
/** A code in several lines types Enter between them: the burst is over when nothing follows for this long. */
const AFTER_END_MS = 150;
/** A scanner without a suffix is over when it falls silent. */
const SILENCE_MS = 500;
const SHORTEST_WITH_END = 4;
const SHORTEST_WITHOUT_END = 12;
const LONGEST = 5_000;

export interface WedgeKey {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  /** Milliseconds on the event's own clock, so that a busy page does not make a scanner look like a person. */
  readonly at: number;
}

/**
 * Tells a scanner that types like a keyboard from a person, by timing alone. Feed it every key; it answers whether the
 * key belongs to a burst (and must not reach the page), and calls `onScan` once a burst has ended.
 */
export class WedgeReader {
  #text = "";
  #last = -Infinity;
  #ended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onScan: (text: string) => void,
    /** Calls back after a time unless cancelled; replaced in tests. Browsers refuse their own timer as a method. */
    private readonly later: (work: () => void, ms: number) => ReturnType<typeof setTimeout> = (work, ms) =>
      setTimeout(work, ms),
  ) {}

  /** @returns true when the key is part of a burst: swallow it, so that Enter presses no button. */
  read({ key, at }: WedgeKey): boolean {
    const isEnd = key === "Enter" || key === "Tab";
    if (!isEnd && [...key].length !== 1) return false;
    const close = at - this.#last <= BURST_GAP_MS;
    if (!close) this.#reset();
    this.#last = at;
    const inBurst = close && this.#text.length > 0;
    if (isEnd) {
      if (!inBurst || this.#text.length < SHORTEST_WITH_END) {
        this.#reset();
        return false;
      }
      this.#ended = true;
      if (!this.#text.endsWith("\n")) this.#text += "\n";
    } else if (this.#text.length < LONGEST) {
      this.#text += key;
      this.#ended = false;
    }
    this.#wait();
    return inBurst;
  }

  stop(): void {
    this.#reset();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = this.later(() => this.#finish(), this.#ended ? AFTER_END_MS : SILENCE_MS);
  }

  #finish(): void {
    const text = this.#text.trim();
    const shortest = this.#text.includes("\n") ? SHORTEST_WITH_END : SHORTEST_WITHOUT_END;
    this.#reset();
    if (text.length >= shortest) this.onScan(text);
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#text = "";
    this.#ended = false;
  }
}
