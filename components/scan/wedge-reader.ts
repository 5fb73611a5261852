import { altDigit, unwrapped, usCharacter, type WedgeKey } from "./key-text";

export type { WedgeKey } from "./key-text";

/** Keys of one scan come at most this far apart: the slowest scanners need 80 ms a key, a hand is seldom this quick. */
export const BURST_GAP_MS = 100;
/** So few keys can come quickly from a hand, too: a short code must come at a scanner's pace. */
const SHORT = 8;
const SHORT_GAP_MS = 50;
const SHORTEST_WITH_END = 4;
const SHORTEST_WITHOUT_END = 12;
const LONGEST = 5_000;
/** A code of several lines types Enter between them: it is over when nothing follows within its own rhythm. */
const AFTER_END_MS = { least: 60, most: 150, gaps: 3 };
/** A scanner without a suffix is over when it falls silent. */
const SILENCE_MS = { least: 200, most: 500, gaps: 4 };
/** A busy page may owe us keys that were typed before a timer ran out: they come first within this time. */
const SETTLE_MS = 30;
/** A page that is busier still hears the rest within this time; then nothing of the scan is kept. */
const FORGET_MS = 2_000;
/** Between two readings of one scan, of which the server takes the one that is a booking. */
export const RECORD_SEPARATOR = "\u001e";

type Timer = ReturnType<typeof setTimeout>;

interface Typed {
  readonly text: string;
  /** What a US keyboard has at the same place. */
  readonly us: string;
  readonly at: number;
}

/**
 * Tells a scanner that types like a keyboard from a person, by timing alone. Feed it every key; it answers whether the
 * page must not have the key (an Enter, Tab or space of a scan would press a button), and calls `onScan` once a scan
 * has ended, with its text. Letters and digits are never withheld: a quick hand on the keypad loses nothing.
 */
export class WedgeReader {
  #typed: Typed[] = [];
  #last = -Infinity;
  #ended = false;
  #alt = "";
  #timer: Timer | undefined;
  /** What was last delivered because nothing followed in time. */
  #cut: { readonly typed: Typed[]; readonly ended: boolean } | null = null;

  constructor(
    private readonly onScan: (text: string) => void,
    /** Calls back after a time unless cancelled; replaced in tests. Browsers refuse their own timer as a method. */
    private readonly later: (work: () => void, ms: number) => Timer = (work, ms) => setTimeout(work, ms),
    private readonly cancel: (timer: Timer | undefined) => void = (timer) => clearTimeout(timer),
  ) {}

  /** @returns true when the page must not have the key. */
  read(key: WedgeKey): boolean {
    this.#takeUp(key.at);
    if (key.repeat) {
      this.stop();
      return false;
    }
    const digit = altDigit(key);
    if (digit !== null) {
      this.#alt += digit;
      return this.#keepUp(key.at);
    }
    if (key.key === "Enter" || key.key === "Tab") return this.#end(key.at);
    if (key.ctrl) return this.#control(key);
    if (key.alt) return this.#keepUp(key.at);
    const us = usCharacter(key);
    // A layout with accents waits for the next letter here; the scanner meant the mark itself.
    const text = [...key.key].length === 1 ? key.key : key.key === "Dead" ? us : null;
    if (text === null) {
      // Shift and Caps Lock take their time within a scan; arrows and Escape are a person's.
      this.#keepUp(key.at);
      return false;
    }
    return this.#take({ text, us: us ?? text, at: key.at }) && text === " ";
  }

  /** Alt let go: what was typed on the number pad meanwhile is one character. Ignored for every other key. */
  release({ key, at }: Pick<WedgeKey, "key" | "at">): void {
    if (key !== "Alt" || this.#alt === "") return;
    this.#takeUp(at);
    const value = Number(this.#alt.slice(-5));
    this.#alt = "";
    if (value === 13 || value === 9 || value === 10) this.#end(at);
    else if (value >= 32 && value < 0x1_00_00) {
      const text = String.fromCharCode(value);
      this.#take({ text, us: text, at });
    }
  }

  /** Forgets what was begun. */
  stop(): void {
    this.cancel(this.#timer);
    this.#typed = [];
    this.#ended = false;
    this.#alt = "";
    this.#cut = null;
  }

  /**
   * A page that was busy may hear the rest of a scan only after it took the scan for over. The keys' own times tell:
   * then the scan goes on, and is delivered again, whole.
   */
  #takeUp(at: number): void {
    const cut = this.#cut;
    this.#cut = null;
    if (!cut || this.#typed.length > 0) return;
    this.#typed = cut.typed;
    this.#ended = cut.ended;
    if (this.#close(at)) return;
    this.#typed = [];
    this.#ended = false;
  }

  /** Whether a key goes on what came before; after a line's end only in the scan's own rhythm. */
  #close(at: number): boolean {
    const most = this.#ended ? Math.min(BURST_GAP_MS, this.#pause()) : BURST_GAP_MS;
    return at - this.#last <= most;
  }

  /** A key without a text of its own: within a scan it keeps the scan going. */
  #keepUp(at: number): boolean {
    if (this.#typed.length === 0 || !this.#close(at)) return false;
    this.#last = at;
    this.#wait();
    return true;
  }

  /** @returns whether the text goes on what came before. */
  #take(typed: Typed): boolean {
    const goesOn = this.#close(typed.at) && this.#typed.length > 0;
    if (!goesOn) this.#finishNow();
    this.#last = typed.at;
    if (this.#typed.length < LONGEST) this.#typed.push(typed);
    this.#ended = false;
    this.#wait();
    return goesOn;
  }

  #end(at: number): boolean {
    const ending = this.#ended && this.#close(at);
    if (!ending && !(this.#close(at) && this.#isScan(true))) {
      this.#finishNow();
      return false;
    }
    this.#last = at;
    if (!ending) this.#typed.push({ text: "\n", us: "\n", at });
    this.#ended = true;
    this.#wait();
    return true;
  }

  /** Scanners type control characters with Ctrl: line ends are Ctrl+M and Ctrl+J, STX and its like are left out. */
  #control({ key, at }: WedgeKey): boolean {
    if (key === "j" || key === "m" || key === "i") return this.#end(at);
    return this.#keepUp(at);
  }

  /** Whether what was typed came at a scanner's pace, and is long enough to be one's. */
  #isScan(withEnd: boolean): boolean {
    const { length } = this.#typed;
    if (length < (withEnd ? SHORTEST_WITH_END : SHORTEST_WITHOUT_END)) return false;
    return length >= SHORT || this.#gaps().every((gap) => gap <= SHORT_GAP_MS);
  }

  #gaps(): number[] {
    return this.#typed.slice(1).map(({ at }, index) => at - (this.#typed[index]?.at ?? at));
  }

  #rhythm(): number {
    const gaps = this.#gaps().sort((one, other) => one - other);
    return gaps[Math.floor(gaps.length / 2)] ?? BURST_GAP_MS;
  }

  #pause(): number {
    const { least, most, gaps } = this.#ended ? AFTER_END_MS : SILENCE_MS;
    return Math.min(most, Math.max(least, gaps * this.#rhythm()));
  }

  #wait(): void {
    this.cancel(this.#timer);
    this.#timer = this.later(() => {
      this.#timer = this.later(() => {
        const cut = { typed: this.#typed, ended: this.#ended };
        this.#finishNow();
        this.#cut = cut;
        this.#timer = this.later(() => this.stop(), FORGET_MS);
      }, SETTLE_MS);
    }, this.#pause());
  }

  /** Ends what was typed so far, and delivers it if it is a scan. */
  #finishNow(): void {
    const hasEnd = this.#typed.some(({ text }) => text === "\n");
    const texts = this.#isScan(hasEnd) ? this.#readings() : [];
    this.stop();
    if (texts.length > 0) this.onScan(texts.join(RECORD_SEPARATOR));
  }

  /** The scan's text; and the same without a first key that a hand may have typed just before it. */
  #readings(): string[] {
    const whole = this.#text(this.#typed);
    const gaps = this.#gaps();
    const first = gaps[0] ?? 0;
    const apart = gaps.length > SHORT && first > 30 && first > 3 * this.#rhythm();
    const readings = apart ? [whole, this.#text(this.#typed.slice(1))] : [whole];
    return readings.filter((text) => text.length >= SHORTEST_WITH_END);
  }

  /** A US scanner on another layout types no digit where it means digits: then the keys' places are believed. */
  #text(typed: readonly Typed[]): string {
    const byKey = typed.map(({ text }) => text).join("");
    const byPlace = typed.map(({ us }) => us).join("");
    const digits = byPlace.match(/\d/g)?.length ?? 0;
    return unwrapped(digits >= SHORT && !/\d/.test(byKey) ? byPlace : byKey);
  }
}
