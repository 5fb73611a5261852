import type { QrMatrix } from "@/lib/printing/types";

/** Scanners want four modules of white around a code. */
const QUIET = 4;

/** A QR code, black on white in any surrounding. Purely visual: the button around it says what it is. */
export function QrPicture({ qr, className = "" }: { qr: QrMatrix; className?: string }) {
  const side = qr.size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
      className={className}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
