"use client";

import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { PaperWidth, Slip } from "@/lib/printing/types";
import { DirectionSlip } from "./direction-slip";
import { PromiseSlip } from "./promise-slip";
import { SlipPrintStyles } from "./slip-print-styles";
import { useSlipHeight } from "./use-slip-height";
import { VoucherSlip } from "./voucher-slip";

export type PrintSheetProps = {
  slip: Slip;
  paperWidth: PaperWidth;
  /** Called once the page size is set: from then on `window.print()` prints exactly this slip. */
  onReady?: () => void;
};

/** The slip as the only thing on the printed page; on screen it is laid out, invisible and silent. */
export function PrintSheet({ slip, paperWidth, onReady }: PrintSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const heightMm = useSlipHeight(sheet);
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });
  useEffect(() => {
    if (heightMm !== null) ready.current?.();
  }, [heightMm]);
  return createPortal(
    <div id="slip-sheet" aria-hidden="true" inert>
      <div ref={sheet} className="w-fit">
        {slip.kind === "VOUCHER" && <VoucherSlip slip={slip} paperWidth={paperWidth} />}
        {slip.kind === "DIRECTION" && <DirectionSlip slip={slip} paperWidth={paperWidth} />}
        {slip.kind === "PROMISE" && <PromiseSlip slip={slip} paperWidth={paperWidth} />}
      </div>
      <SlipPrintStyles paperWidth={paperWidth} heightMm={heightMm} />
    </div>,
    document.body,
  );
}
