import type { ReactNode } from "react";

const TONES = {
  amber: "bg-amber-wash text-amber",
  green: "bg-green-wash text-green",
  quiet: "bg-paper-deep text-ink-soft",
} as const;

/** A small sign: shape, word and colour together, never colour alone. */
export function Sign({
  tone,
  icon,
  children,
}: {
  tone: keyof typeof TONES;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <p
      className={`inline-flex items-center gap-3 rounded-round py-2 pr-6 pl-5 text-small font-head ${TONES[tone]}`}
    >
      {icon}
      {children}
    </p>
  );
}
