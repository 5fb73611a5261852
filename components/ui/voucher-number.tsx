import { Fragment } from "react";

/**
 * A compensation number with its hyphens drawn as bars: the font's own is too wide to let the number be this large.
 * `data-length` lets the style sheet size longer prefixes; the accessible name is the plain number.
 */
export function VoucherNumber({ number, className = "" }: { number: string; className?: string }) {
  const parts = number.split("-");
  return (
    <span
      role="img"
      aria-label={number}
      data-length={Math.min(Math.max(number.length, 4), 10)}
      className={`voucher-number ${className}`}
    >
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <i className="voucher-bar" />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
