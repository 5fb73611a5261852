"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReceiptView } from "@/lib/register/receipts/types";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import { useDayOf } from "../souvenirs/use-day-of";
import { useWords } from "../use-words";

/**
 * The receipts of a case. The signature is fetched only when it is asked for, by those who may see it: each look is
 * recorded.
 */
export function CaseReceipts({
  receipts,
  maySeeSignature,
}: {
  /** The newest first. */
  receipts: readonly ReceiptView[];
  maySeeSignature: boolean;
}) {
  const t = useTranslations("receipt.case");
  return (
    <section aria-labelledby="case-receipts" className={`${SHEET} flex flex-col gap-4 px-8 py-6`}>
      <h2 id="case-receipts" className="text-[25px]">
        {t("title")}
      </h2>
      {receipts.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      {receipts.map((receipt) => (
        <CaseReceipt key={receipt.id} receipt={receipt} maySeeSignature={maySeeSignature} />
      ))}
    </section>
  );
}

function CaseReceipt({ receipt, maySeeSignature }: { receipt: ReceiptView; maySeeSignature: boolean }) {
  const t = useTranslations("receipt");
  const { clock } = useWords();
  const dayOf = useDayOf();
  const { id, number, signature, ended, signedAt, witnessName, unsignedReason } = receipt;
  const facts = { day: dayOf(signedAt), at: clock(signedAt), who: witnessName };
  const held = signature === "HELD";
  return (
    <article className="border-t border-line pt-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-head tabular-nums">
        {number}
        <span className={`text-small font-strong ${ended ? "text-amber" : "text-green"}`}>
          {t(ended ? "case.ended" : "case.holds")}
        </span>
      </h3>
      <p className="mt-1">{t(`card.${unsignedReason ?? "signed"}`, facts)}</p>
      {ended && (
        <p className="text-small text-ink-soft">
          {t(ended.cause === "PROMISE_KEPT" ? "card.replaced" : "card.ended", {
            number,
            day: dayOf(ended.at),
            at: clock(ended.at),
            who: ended.byName,
          })}
        </p>
      )}
      {signature === "REMOVED" && <p className="text-ink-soft">{t("case.removed")}</p>}
      {held && !maySeeSignature && <p className="text-ink-soft">{t("case.notShown")}</p>}
      {held && maySeeSignature && <Signature receipt={receipt} />}
      <p className="mt-2 flex flex-wrap gap-x-8">
        <a href={`/staff/receipts/${id}/document`} target="_blank" rel="noopener" className={TEXT_LINK}>
          {t("case.document")}
        </a>
        {held && maySeeSignature && (
          <a
            href={`/staff/receipts/${id}/signed-document`}
            target="_blank"
            rel="noopener"
            className={TEXT_LINK}
          >
            {t("case.signedDocument")}
          </a>
        )}
      </p>
    </article>
  );
}

function Signature({ receipt: { id, number } }: { receipt: ReceiptView }) {
  const t = useTranslations("receipt.case");
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      <div className="flex flex-wrap items-center gap-4">
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className={buttonClass("secondary", "small")}
        >
          {t(shown ? "hide" : "show")}
        </button>
        <p className="text-small text-ink-soft">{t("recorded")}</p>
      </div>
      {shown && !failed && (
        <img
          src={`/staff/receipts/${id}/signature`}
          alt={t("picture", { number })}
          onError={() => setFailed(true)}
          className="h-44 w-full max-w-[420px] rounded-field bg-card object-contain p-3 shadow-[inset_0_0_0_2px_var(--color-line)]"
        />
      )}
      {shown && failed && <p className="font-strong text-amber">{t("unreadable")}</p>}
    </div>
  );
}
