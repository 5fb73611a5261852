import type { SVGProps } from "react";
import { LOGO_PETAL } from "./petal";

export type LogoProps = SVGProps<SVGSVGElement> & {
  /** All four petals in the text colour, for paper and small bullets. */
  plain?: boolean;
};

/** The house's sign: four kawung petals, one of them gold. Takes the text colour of where it stands. */
export function Logo({ className = "size-16", plain = false, ...rest }: LogoProps) {
  return (
    <svg viewBox="-50 -50 100 100" aria-hidden="true" className={className} stroke="none" {...rest}>
      {[45, 135, 225, 315].map((turn) => (
        <path
          key={turn}
          d={LOGO_PETAL}
          transform={`rotate(${turn})`}
          className={turn === 45 && !plain ? "fill-gold" : "fill-current"}
        />
      ))}
    </svg>
  );
}
