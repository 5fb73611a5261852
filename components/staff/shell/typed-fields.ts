/** What is asked for anew within a moment, and the cover's own fields, are no work that would be lost. */
const NO_WORK = '[role="search"], [data-session]';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

/** The fields of a page that a person filled in, and whether any of that is still there. */
export class TypedFields {
  readonly #fields = new Set<Field>();

  /** Listens to `input` events. */
  note = ({ target }: Event): void => {
    if (isField(target) && target.closest(NO_WORK) === null) this.#fields.add(target);
  };

  /** Whether something would be lost with the page. A field that was sent and emptied, or left behind, holds nothing. */
  any(): boolean {
    for (const field of this.#fields) if (!field.isConnected) this.#fields.delete(field);
    return [...this.#fields].some(({ value }) => value !== "");
  }
}
