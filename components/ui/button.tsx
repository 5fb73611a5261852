import type { ComponentProps } from "react";

const BASE =
  "inline-flex items-center justify-center gap-3 rounded-control text-center leading-tight font-head tracking-[-0.01em] " +
  "transition-transform duration-(--move-fast) ease-calm active:scale-[.985] aria-disabled:active:scale-100";

const TONES = {
  primary: "bg-ink text-on-navy navy:bg-gold navy:text-ink",
  secondary:
    "bg-card text-ink shadow-[inset_0_0_0_3px_var(--color-ink)] " +
    "navy:bg-transparent navy:text-on-navy navy:shadow-[inset_0_0_0_3px_var(--color-on-navy)]",
  gold: "bg-gold text-ink",
  waiting: "bg-paper-deep text-ink-soft shadow-[inset_0_0_0_2px_var(--color-line-strong)]",
} as const;

const SIZES = {
  kiosk: "min-h-(--touch-button) px-6 text-(length:--text-button)",
  tablet: "min-h-(--touch) px-6 text-body",
} as const;

export type ButtonProps = ComponentProps<"button"> & {
  tone?: keyof typeof TONES;
  size?: keyof typeof SIZES;
};

/**
 * The one touch button. `waiting` is for an action that is not possible yet: it stays focusable (pass
 * `aria-disabled`) and its label says what is missing.
 */
export function Button({
  tone = "primary",
  size = "tablet",
  className = "",
  type = "button",
  ...rest
}: ButtonProps) {
  return <button type={type} className={`${BASE} ${TONES[tone]} ${SIZES[size]} ${className}`} {...rest} />;
}
