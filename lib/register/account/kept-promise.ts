import "server-only";
import type { TicketFigures } from "./types";

/**
 * Whom the promise was kept to, of those whose answer is known: the served, and the unserved who wait longer already.
 * Who was not served and had not passed the promise is in neither: nobody knows how it would have ended.
 */
export function keptPromise({ served, passed, passedUnserved }: TicketFigures): {
  readonly kept: number;
  readonly known: number;
} {
  return { kept: served - (passed - passedUnserved), known: served + passedUnserved };
}
