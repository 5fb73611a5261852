"use client";

import { useTranslations } from "next-intl";
import type { PrinterState } from "@/lib/printing/types";
import { buttonClass } from "../styles";

/** A printer that the server drives, as the tablet offers it. */
export interface HallPrinter {
  readonly id: string;
  readonly name: string;
  readonly state: PrinterState;
}

const KEY = "janji.slip-printer";

/** Where this tablet printed last: its officer stands by the same printer all day. */
const lastUsed = (): string | null => localStorage.getItem(KEY);

/** On which printer: the one used last comes first, and each says what is wrong with it. */
export function ReprintWhere(props: {
  readonly printers: readonly HallPrinter[];
  /** Null is the tablet's own browser. */
  readonly onChoose: (printer: HallPrinter | null) => void;
  readonly onCancel: () => void;
}) {
  const t = useTranslations("staff.voucher");
  const { printers, onChoose, onCancel } = props;
  const last = lastUsed();
  const inOrder = printers.toSorted((one, other) => Number(other.id === last) - Number(one.id === last));
  const choose = (printer: HallPrinter | null) => {
    if (printer) localStorage.setItem(KEY, printer.id);
    onChoose(printer);
  };
  return (
    <div role="group" aria-labelledby="print-where" className="flex flex-wrap items-center gap-3">
      <p id="print-where" className="basis-full font-strong">
        {t("reprintWhere")}
      </p>
      {inOrder.map((printer, index) => {
        const state = `reprintState.${printer.state}`;
        const fault = t.has(state) ? t(state) : null;
        return (
          <button
            key={printer.id}
            type="button"
            autoFocus={index === 0}
            onClick={() => choose(printer)}
            className={`${buttonClass("secondary")} flex-col gap-0 py-2`}
          >
            {printer.name}
            {fault !== null && <span className="text-small font-strong text-amber">{fault}</span>}
          </button>
        );
      })}
      <button type="button" onClick={() => choose(null)} className={buttonClass("secondary")}>
        {t("reprintHere")}
      </button>
      <button type="button" onClick={onCancel} className={buttonClass("waiting")}>
        {t("reprintCancel")}
      </button>
    </div>
  );
}
