/** Class names that several staff screens share; all measures are the tablet's. */

const BUTTON =
  "inline-flex items-center justify-center gap-3 rounded-field text-center leading-tight font-head " +
  "transition-transform duration-(--move-fast) ease-calm active:scale-[.985] " +
  "aria-disabled:active:scale-100 aria-busy:active:scale-100";

const TONES = {
  primary: "bg-ink text-on-navy",
  secondary: "bg-transparent text-ink shadow-[inset_0_0_0_2px_var(--color-ink)]",
  gold: "bg-gold text-ink",
  /** Not possible now: the label or the words beside it say what is missing. */
  waiting: "bg-paper-deep text-ink-soft shadow-[inset_0_0_0_2px_var(--color-line-strong)]",
} as const;

const SIZES = {
  normal: "min-h-14 px-6 text-body",
  large: "min-h-20 px-3 text-[20px]",
  small: "min-h-12 px-5 text-body",
} as const;

export type ButtonTone = keyof typeof TONES;

/** A touch target of 56 px (small 48, large 80) that reads as a button, also on a link. */
export function buttonClass(tone: ButtonTone, size: keyof typeof SIZES = "normal"): string {
  return `${BUTTON} ${TONES[tone]} ${SIZES[size]}`;
}

export const TEXT_LINK =
  "inline-flex min-h-12 items-center rounded-field text-left text-balance font-strong underline decoration-2 underline-offset-[5px]";

export const FIELD =
  "w-full min-h-14 rounded-field bg-card px-5 text-lead font-strong shadow-[inset_0_0_0_2px_var(--color-line-strong)] " +
  "placeholder:font-text placeholder:text-ink-soft aria-invalid:shadow-[inset_0_0_0_3px_var(--color-amber)]";

/** A choice drawn as a key: the native radio stays for keyboards and screen readers. */
export const CHOICE =
  "relative flex min-h-14 items-center justify-center rounded-field px-3 text-center leading-tight font-strong " +
  "cursor-pointer shadow-[inset_0_0_0_2px_var(--color-line-strong)] has-checked:bg-gold-wash has-checked:font-head " +
  "has-checked:shadow-[inset_0_0_0_3px_var(--color-ink)] has-focus-visible:shadow-(--focus)";

export const SHEET = "rounded-control bg-card shadow-rest";

/** The page's frame under the header. */
export const PAGE = "mx-auto w-full max-w-[1440px] px-(--edge) py-6";
