"use client";

import { useTranslations } from "next-intl";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { FIELD } from "../styles";
import type { Send } from "../types";

export interface PrinterChoice {
  readonly id: string;
  readonly name: string;
}

/** Which printer prints a kiosk's slips: one of the hall's, or the kiosk's own browser. */
export function PrinterSelect({
  kioskId,
  printerId,
  printers,
  assign,
}: {
  kioskId: string;
  printerId: string | null;
  printers: readonly PrinterChoice[];
  assign: Send<null>;
}) {
  const t = useTranslations("access.kiosks");
  const { pending, refusal, send } = useSend(assign);
  return (
    <label className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="font-strong">{t("printer")}</span>
      <select
        value={printerId ?? ""}
        aria-busy={pending}
        onChange={({ target }) => send({ kioskId, printerId: target.value === "" ? null : target.value })}
        className={`${FIELD} grow basis-64`}
      >
        <option value="">{t("ownPrinter")}</option>
        {printers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <RefusalNote refusal={refusal} />
    </label>
  );
}
