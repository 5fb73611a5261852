/** A refusal is an answer with a stable code; wording lives in the message catalogues. */
export type ActionRefusal = {
  readonly ok: false;
  readonly code: string;
  /** BAD_INPUT: which fields. */
  readonly fields?: readonly string[];
  /** FAULT: what to tell the administrator. */
  readonly requestId?: string;
  /** Facts that the wording needs, such as who did it already and when (epoch ms). */
  readonly details?: Readonly<Record<string, string | number>>;
};

export type ActionResult<T> = { readonly ok: true; readonly value: T } | ActionRefusal;

export type GuardAnswer<Context> =
  { readonly ok: true; readonly context: Context } | { readonly ok: false; readonly code: string };
