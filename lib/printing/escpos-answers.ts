import "server-only";
import type { PrinterState } from "./types";

/** What a printer says of itself that matters here. */
export interface PrinterStatus {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly paperLow: boolean;
  readonly error: boolean;
}

export type PrinterAnswer =
  | { readonly kind: "STATUS"; readonly status: PrinterStatus }
  /** All data before the process id of these four characters is printed. */
  | { readonly kind: "DONE"; readonly id: string };

/** DLE EOT 1–4: four questions that a printer answers at once, also offline and in the middle of a slip. */
export const ASK_STATUS = Uint8Array.from([1, 2, 3, 4].flatMap((n) => [0x10, 0x04, n]));
/** GS a: tells by itself when online state, errors or paper change. */
export const TELL_CHANGES = Uint8Array.of(0x1d, 0x61, 0x0e);

/** GS ( H, function 48: the printer sends this id back once everything before it is on paper. */
export function askDone(id: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id, "latin1"));
}

/** A printer's state in one word; an open cover first, since printers then tell of missing paper too. */
export function stateOf(status: PrinterStatus): PrinterState {
  if (status.coverOpen) return "COVER_OPEN";
  if (status.paperOut) return "PAPER_OUT";
  if (status.error || status.offline) return "FAULT";
  return status.paperLow ? "PAPER_LOW" : "READY";
}

const bit = (byte: number | undefined, mask: number) => ((byte ?? 0) & mask) !== 0;

/** The four bytes of automatic status. */
function automaticStatus([general, errors, paper]: readonly number[]): PrinterStatus {
  return {
    offline: bit(general, 0x08),
    coverOpen: bit(general, 0x20),
    error: bit(errors, 0x04 | 0x08 | 0x20 | 0x40),
    paperLow: bit(paper, 0x03),
    paperOut: bit(paper, 0x0c),
  };
}

/** The answers to DLE EOT 1, 2, 3 and 4. */
function askedStatus([general, cause, errors, paper]: readonly number[]): PrinterStatus {
  return {
    offline: bit(general, 0x08),
    coverOpen: bit(cause, 0x04),
    error: bit(cause, 0x40) || bit(errors, 0x04 | 0x08 | 0x20 | 0x40),
    paperLow: bit(paper, 0x0c),
    paperOut: bit(paper, 0x60) || bit(cause, 0x20),
  };
}

const DONE_LENGTH = 7;

/**
 * Takes a printer's answers apart: automatic status, asked status and process ids come on one line in any order, told
 * apart by fixed bits of their first byte. A byte that fits none (flow control, noise) is passed over.
 */
export function answerReader(): (bytes: Uint8Array) => PrinterAnswer[] {
  let rest: number[] = [];
  let asked: number[] = [];
  return (bytes) => {
    rest.push(...bytes);
    const answers: PrinterAnswer[] = [];
    for (;;) {
      const [head] = rest;
      if (head === undefined) return answers;
      if ((head & 0x93) === 0x12) {
        asked.push(head);
        rest = rest.slice(1);
        if (asked.length === 4) {
          answers.push({ kind: "STATUS", status: askedStatus(asked) });
          asked = [];
        }
      } else if ((head & 0x93) === 0x10) {
        if (rest.length < 4) return answers;
        answers.push({ kind: "STATUS", status: automaticStatus(rest) });
        rest = rest.slice(4);
      } else if (head === 0x37) {
        if (rest.length < DONE_LENGTH) return answers;
        const whole = rest[1] === 0x22 && rest[6] === 0;
        if (whole) answers.push({ kind: "DONE", id: Buffer.from(rest.slice(2, 6)).toString("latin1") });
        rest = rest.slice(whole ? DONE_LENGTH : 1);
      } else {
        rest = rest.slice(1);
      }
    }
  };
}
