import { sourceId, type Passage } from "./belief";
import type { Book } from "./book";
import { HOUR } from "./oracle";
import type { Office } from "./steps";
import type { Act } from "./world";

/** A moment with what the books said before and after it. */
export interface Scene extends Passage {
  readonly office: Office;
  readonly bookBefore: Book;
  readonly bookAfter: Book;
}

/** How long an officer may take back their own tap, ms. */
export const OWN_UNDO = HOUR / 4;
/** What touches a voucher or its papers. */
const TAPS = new Set([
  ...["tap", "confirm", "undo", "withhold", "reopen", "grant", "scan"],
  ...["keep", "unkeep", "sign"],
]);

export const idsOf = ({ place }: Scene, person: number) =>
  (place.day.people[person]?.tickets ?? []).map((_, ticket) => sourceId(place, person, ticket));

export const vouchersOf = (scene: Scene, book: Book, person: number) =>
  book.vouchers.filter(({ ticket }) => idsOf(scene, person).includes(ticket.sourceTicketId));

/** Whether nothing else in the moment could have touched the same person's voucher or the stock. */
export function isAlone(scene: Scene, act: Act & { readonly person: number }): boolean {
  const others = scene.acts.filter((other) => other !== act);
  return others.every((other) => {
    if (other.do === "lapse" || other.do === "stock") return false;
    return !TAPS.has(other.do) || !("person" in other) || other.person !== act.person;
  });
}

export const answered = (answer: unknown) => answer as { ok: boolean; code?: string; value?: unknown };
