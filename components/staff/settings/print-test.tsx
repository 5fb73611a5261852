"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";

export interface PrinterChoice {
  readonly id: string;
  readonly name: string;
}

/** A test slip on a printer of the hall; it says what is in force, not what is being typed. */
export function PrintTest({
  printers,
  testPrint,
}: {
  printers: readonly PrinterChoice[];
  testPrint: Send<unknown>;
}) {
  const t = useTranslations("settings.print");
  const { pending, refusal, send } = useSend(testPrint);
  const [sent, setSent] = useState<string | null>(null);
  if (printers.length === 0) return <p className="text-small text-ink-soft">{t("none")}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-small text-ink-soft">{t("lead")}</p>
      {printers.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-busy={pending}
          onClick={() => send({ printerId: id }, () => setSent(name))}
          className={buttonClass("secondary", "small")}
        >
          {t("do", { name })}
        </button>
      ))}
      <p role="status" className="font-strong text-green empty:hidden">
        {sent === null ? "" : t("sent", { name: sent })}
      </p>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
