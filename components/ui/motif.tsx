import { useId } from "react";

const PETAL =
  "M0,-4.6C13.4,-12.3 13.4,-24.5 0,-32.2C-13.4,-24.5 -13.4,-12.3 0,-4.6ZM0,-12.5V-15.5M0,-21.3V-24.3";
const DIAMONDS =
  "M0-3.5L3.5 0L0 3.5L-3.5 0ZM52-3.5L55.5 0L52 3.5L48.5 0ZM0 48.5L3.5 52L0 55.5L-3.5 52Z" +
  "M52 48.5L55.5 52L52 55.5L48.5 52ZM26-2.5V2.5M26 49.5V54.5M-2.5 26H2.5M49.5 26H54.5";

/** Kawung in line only, fading out from the top right, so weak that text on its strokes keeps 7:1. */
export function Motif({ tone }: { tone: "paper" | "navy" }) {
  const id = useId();
  const color = tone === "navy" ? "text-(--motif-on-navy)" : "text-(--motif-on-paper)";
  return (
    <svg
      aria-hidden="true"
      className={`pointer-events-none absolute inset-0 size-full mask-[linear-gradient(205deg,#000_4%,transparent_52%)] ${color}`}
    >
      <defs>
        <pattern id={id} width="52" height="52" patternUnits="userSpaceOnUse" patternTransform="scale(2.2)">
          <g fill="none" stroke="currentColor" strokeWidth="1.1" strokeLinecap="round" strokeLinejoin="round">
            <g transform="translate(26 26)">
              {[45, 135, 225, 315].map((turn) => (
                <path key={turn} d={PETAL} transform={`rotate(${turn})`} />
              ))}
              <path d="M0-3.5L3.5 0L0 3.5L-3.5 0Z" />
            </g>
            <path d={DIAMONDS} />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
