import { askSession, sessionEnded, type SessionWord } from "./session-signal";

/** So long before its end a session says so. */
export const WARNING_MS = 60_000;
/** Touches are told to the server at most so often; near the end each one is. */
const TELL_EVERY_MS = 20_000;
const SAME_TOUCH_MS = 1_000;
const AGAIN_MS = 5_000;

export type SessionState =
  | { readonly phase: "open" | "ended" }
  /** `endsAt` is on this page's own monotonic clock. */
  | { readonly phase: "warning"; readonly endsAt: number };

/**
 * How this page's session stands. A person's touch or key prolongs it; what the page fetches by itself does not. Near the
 * end the server is asked first: the same session may be in use in another window.
 */
export class SessionWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAt = -Infinity;
  #warned = false;
  #over = false;

  constructor(private readonly show: (state: SessionState) => void) {}

  /** Asks the server, and again when there may be something new to say. */
  async ask(touched = false): Promise<void> {
    this.#hear(await askSession(touched));
  }

  #hear(word: SessionWord): void {
    if (this.#over) return;
    if (word.state === "ended") {
      sessionEnded();
    } else if (word.state === "away") {
      this.#askIn(AGAIN_MS);
    } else {
      this.#warned = word.leftMs <= WARNING_MS;
      this.show(
        this.#warned ? { phase: "warning", endsAt: performance.now() + word.leftMs } : { phase: "open" },
      );
      this.#askIn(this.#warned ? word.leftMs + 250 : word.leftMs - WARNING_MS);
    }
  }

  #askIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), milliseconds);
  }

  /** A person did something. */
  touched = (): void => {
    const since = performance.now() - this.#toldAt;
    if (this.#over || since < (this.#warned ? SAME_TOUCH_MS : TELL_EVERY_MS)) return;
    this.#toldAt = performance.now();
    void this.ask(true);
  };

  /** Nobody is signed in any more, or the page is left. */
  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  /** Somebody signed in on the page again. */
  begin(): void {
    this.#over = false;
    void this.ask();
  }
}
