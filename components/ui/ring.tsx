import { RING_PETAL, RING_PETAL_FOOT, SECOND_PETAL } from "./petal";

export type RingProps = {
  /** How much of the promise has passed, in petals: 15.6 is fifteen full ones and a growing sixteenth. */
  filled: number;
  /** 24 petals of five minutes, or 20 of a second. */
  petals?: 24 | 20;
  className?: string;
};

/**
 * The promise's shape: petals that fill one after the other. The current one is a gold bud growing from its foot,
 * never a cut-off half. Purely visual: the words beside it say the same.
 */
export function Ring({ filled, petals = 24, className = "" }: RingProps) {
  const path = petals === 24 ? RING_PETAL : SECOND_PETAL;
  return (
    <svg viewBox="-150 -150 300 300" aria-hidden="true" className={className}>
      {Array.from({ length: petals }, (_, index) => (
        <g key={index} transform={`rotate(${(360 / petals) * (index + 0.5)})`}>
          <Petal path={path} share={Math.min(1, Math.max(0, filled - index))} />
        </g>
      ))}
    </svg>
  );
}

function Petal({ path, share }: { path: string; share: number }) {
  if (share >= 1) {
    return (
      <>
        <path d={path} className="fill-ink" />
        <path
          d="M0,-113.5V-118M0,-126V-130.5"
          className="stroke-paper"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </>
    );
  }
  const size = 0.34 + 0.62 * share;
  return (
    <>
      <path d={path} className="fill-paper-deep stroke-line-strong" strokeWidth="1.1" />
      {share > 0 && (
        <g
          transform={`translate(0 ${RING_PETAL_FOOT}) scale(${size.toFixed(3)}) translate(0 ${-RING_PETAL_FOOT})`}
        >
          <path d={path} className="fill-gold stroke-ink" strokeWidth="1.6" strokeLinejoin="round" />
        </g>
      )}
    </>
  );
}
