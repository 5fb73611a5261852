import type { ComponentProps } from "react";

const TONES = {
  card: "bg-card text-ink shadow-rest [--soft:var(--color-ink-soft)]",
  outline: "bg-transparent shadow-[inset_0_0_0_2px_var(--color-line-strong)]",
  gold: "bg-gold-wash text-ink",
  amber: "bg-amber-wash text-amber",
  navy: "bg-navy text-on-navy",
} as const;

export type CardProps = ComponentProps<"section"> & { tone?: keyof typeof TONES };

/** A raised sheet. Inside it text is ink again, also on a navy screen. */
export function Card({ tone = "card", className = "", ...rest }: CardProps) {
  return <section className={`rounded-card ${TONES[tone]} ${className}`} {...rest} />;
}
