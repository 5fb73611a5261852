import { Logo } from "@/components/ui/logo";
import type { QrMatrix, SlipOffice } from "@/lib/printing/types";
import type { slipWording } from "./slip-wording";

export type Wording = ReturnType<typeof slipWording>;

export function SlipHead({ office }: { office: SlipOffice }) {
  return (
    <header className="slip-head slip-inset">
      <Logo plain className="slip-logo" />
      <p>
        <strong>{office.name}</strong>
        {office.subtitle}
      </p>
    </header>
  );
}

/** On demo slips, above and below: a torn-off half still says it. */
export function SlipSample({ office, words }: { office: SlipOffice; words: Wording }) {
  if (!office.demo) return null;
  return (
    <p className="slip-sample">
      <strong>
        {words.first("sample")} / {words.second("sample")}
      </strong>
      <br />
      {words.first("sampleNote")}
    </p>
  );
}

/** Where to go: the room's name, and the office's own directions. */
export function SlipRoom({ office, label }: { office: SlipOffice; label?: string }) {
  return (
    <section className="slip-box slip-inset">
      {label}
      <strong>{office.room.name}</strong>
      <p>{office.room.directions}</p>
    </section>
  );
}

const QUIET = 4;
const LEAST_DOTS = 4;
/** A bit over half of a 58 mm slip's dots, so that the short code still stands beside the QR code. */
const MOST_DOTS = 236;

/** Printer dots a module gets: whole, at least four, more while the code stays beside its text. */
export function dotsPerModule(size: number): number {
  return Math.max(LEAST_DOTS, Math.min(6, Math.floor(MOST_DOTS / (size + 2 * QUIET))));
}

/** The QR code with its quiet zone; one module is a whole number of printer dots, so no edge is ever half grey. */
export function SlipQr({ qr }: { qr: QrMatrix }) {
  const side = qr.size + 2 * QUIET;
  const length = `${((side * dotsPerModule(qr.size) * 25.4) / 203).toFixed(4)}mm`;
  return (
    <svg
      className="slip-qr"
      data-slip-qr
      width={length}
      height={length}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
