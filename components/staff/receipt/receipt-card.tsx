"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckIcon } from "@/components/ui/icons";
import type { ReceiptView } from "@/lib/register/receipts/types";
import type { VoucherView } from "@/lib/vouchers/types";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useDayOf } from "../souvenirs/use-day-of";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import { SignDialog } from "./sign-dialog";
import { UnsignedDialog } from "./unsigned-dialog";
import { holdingReceipt, whatIsSigned, type WhatIsSigned } from "./what-is-signed";

type Props = {
  voucher: VoucherView;
  /** The newest first. */
  receipts: readonly ReceiptView[];
  retentionDays: number;
  sign: Send<readonly ReceiptView[]>;
};

/** What an answer said, until the page itself knows the newest receipt. */
function useNewestReceipts(fromPage: readonly ReceiptView[]) {
  const [answered, setAnswered] = useState<readonly ReceiptView[]>([]);
  const newest = answered[0];
  const known = !newest || fromPage.some(({ id }) => id === newest.id);
  return [known ? fromPage : answered, setAnswered] as const;
}

/** The receipt of a voucher: to be signed once apology and souvenir are recorded, then signed, or cancelled by an undo. */
export function ReceiptCard({ voucher, receipts: fromPage, retentionDays, sign }: Props) {
  const t = useTranslations("receipt");
  const [receipts, setReceipts] = useNewestReceipts(fromPage);
  // What is read stays as it is while somebody signs for it; the server says when it has changed meanwhile.
  const [open, setOpen] = useState<{
    readonly how: "sign" | "unsigned";
    readonly signed: WhatIsSigned;
  } | null>(null);
  const request = useRequest("sign-receipt", sign);
  const signed = whatIsSigned(voucher);
  const { valid, again } = holdingReceipt(receipts, signed);
  const toSign = signed !== null && (valid === null || again);
  const past = receipts.filter(({ ended }) => ended !== null);
  if (!signed && receipts.length === 0) return null;
  const done = (value: readonly ReceiptView[]) => {
    setOpen(null);
    setReceipts(value);
  };
  const lead = again ? "again" : signed?.souvenir === "PROMISED" ? "openPromised" : "open";
  return (
    <article
      aria-label={t("title")}
      className={`flex flex-col gap-4 py-5 pr-7 pl-8 ${valid && !again ? "rounded-control bg-green-wash" : SHEET}`}
    >
      <div className="grid grid-cols-[1fr_216px] items-center gap-6">
        <div>
          <h3 className={`flex items-center gap-3 text-[25px] ${valid && !again ? "text-green" : ""}`}>
            {valid && !again && <CheckIcon className="h-7 w-7" />}
            {t("title")}
          </h3>
          {toSign && <p className="mt-1 leading-[1.38] text-ink-soft">{t(`card.${lead}`)}</p>}
          {valid && <Recorded receipt={valid} />}
        </div>
        {toSign && (
          <button
            type="button"
            onClick={() => setOpen({ how: "sign", signed })}
            className={buttonClass("primary", "large")}
          >
            {t("card.sign")}
          </button>
        )}
        {valid && !toSign && <DocumentLink receipt={valid} />}
      </div>
      {toSign && (
        <button
          type="button"
          onClick={() => setOpen({ how: "unsigned", signed })}
          className={`self-start ${buttonClass("secondary", "small")}`}
        >
          {t("card.unsigned")}
        </button>
      )}
      {past.map((receipt) => (
        <Ended key={receipt.id} receipt={receipt} />
      ))}
      {open?.how === "sign" && (
        <SignDialog
          voucher={voucher}
          signed={open.signed}
          retentionDays={retentionDays}
          request={request}
          onSigned={done}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.how === "unsigned" && (
        <UnsignedDialog
          voucherId={voucher.id}
          signed={open.signed}
          request={request}
          onSigned={done}
          onClose={() => setOpen(null)}
        />
      )}
    </article>
  );
}

function Recorded({ receipt }: { receipt: ReceiptView }) {
  const t = useTranslations("receipt.card");
  const { clock } = useWords();
  const dayOf = useDayOf();
  const facts = { day: dayOf(receipt.signedAt), at: clock(receipt.signedAt), who: receipt.witnessName };
  return (
    <p className="mt-1 leading-[1.38]">
      {t(receipt.unsignedReason ?? "signed", facts)}
      <span className="block text-small text-ink-soft tabular-nums">
        {t("number", { number: receipt.number })}
      </span>
    </p>
  );
}

function DocumentLink({ receipt }: { receipt: ReceiptView }) {
  const t = useTranslations("receipt.card");
  return (
    <a
      href={`/staff/receipts/${receipt.id}/document`}
      target="_blank"
      rel="noopener"
      className={buttonClass("secondary", "large")}
    >
      {t("print")}
    </a>
  );
}

/** A receipt that no longer holds stays to be read. */
function Ended({ receipt }: { receipt: ReceiptView }) {
  const t = useTranslations("receipt.card");
  const { clock } = useWords();
  const dayOf = useDayOf();
  const { number, ended } = receipt;
  if (!ended) return null;
  const facts = { number, day: dayOf(ended.at), at: clock(ended.at), who: ended.byName };
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-small text-ink-soft">
      {t(ended.cause === "PROMISE_KEPT" ? "replaced" : "ended", facts)}
      <a href={`/staff/receipts/${receipt.id}/document`} target="_blank" rel="noopener" className={TEXT_LINK}>
        {t("endedPrint", { number })}
      </a>
    </p>
  );
}
