import { appendFileSync } from "node:fs";

/** What a client wants done, as plain data. */
export type Deed =
  | { readonly do: "deliver"; readonly tickets: readonly string[] }
  | { readonly do: "scan"; readonly kioskId: string; readonly ticket: string }
  | {
      readonly do: "step";
      readonly byId: string;
      readonly voucherId: string;
      readonly step: "APOLOGY" | "SOUVENIR" | "PRIORITY";
    }
  | { readonly do: "withhold"; readonly byId: string; readonly voucherId: string }
  | { readonly do: "grant"; readonly byId: string; readonly ticketId: string }
  | { readonly do: "outage"; readonly byId: string }
  | { readonly do: "stock"; readonly byId: string; readonly pieces: number };

/** One deed of one client: asked under one key until there is an answer. */
export interface Asked {
  readonly id: number;
  readonly key: string;
  readonly deed: Deed;
  /** Asks the server, again and again the same; the answer's body. @throws when none came. */
  readonly ask: () => Promise<unknown>;
  /** When it was first sent, ms of this process's monotonic clock. */
  readonly sentAt: number;
  /** The one answer; null while none came, or only "try again". */
  answer: Answer | null;
}

export interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly value?: unknown;
}

/** What asks to be repeated under the same key: the product says so of each of these. */
const TRY_AGAIN = new Set(["BUSY", "FAULT", "STORAGE", "DATABASE"]);

const isAnswer = (body: unknown): body is Answer => typeof body === "object" && body !== null && "ok" in body;

/**
 * The clients' own log: what they asked and what they heard, in the order in which it happened. It is only ever added
 * to, in a file of its own, so that what a client was told can be held against the database whatever became of that.
 */
export class ClientLog {
  readonly asked: Asked[] = [];

  constructor(private readonly file: string) {}

  #write(line: object): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }

  /** Asks once; what came of it is in the log when this returns. Never throws. */
  async #once(asked: Asked): Promise<void> {
    const { id } = asked;
    try {
      const body = await asked.ask();
      if (isAnswer(body) && !TRY_AGAIN.has(body.code ?? "")) {
        this.#write({ id, answer: body });
        // The first answer is the one that a person was shown.
        asked.answer ??= body;
      } else this.#write({ id, again: isAnswer(body) ? body.code : "no answer of ours" });
    } catch (fault) {
      this.#write({ id, lost: fault instanceof Error ? fault.name : "lost" });
    }
  }

  /** Sends a new deed; returns when it was answered or lost. */
  async send(key: string, deed: Deed, ask: () => Promise<unknown>): Promise<Asked> {
    const asked: Asked = {
      id: this.asked.length,
      ...{ key, deed, ask, sentAt: performance.now(), answer: null },
    };
    this.asked.push(asked);
    this.#write({ id: asked.id, key, deed });
    await this.#once(asked);
    return asked;
  }

  /** Sends a deed again that has no answer yet. */
  repeat(asked: Asked): Promise<void> {
    return this.#once(asked);
  }

  /** Asks again what was answered: the answer must be the same. @returns it, or null when none came. */
  async askAgain(asked: Asked): Promise<Answer | null> {
    const body = await asked.ask().catch(() => null);
    this.#write({ id: asked.id, repeated: body });
    return isAnswer(body) && !TRY_AGAIN.has(body.code ?? "") ? body : null;
  }
}
