"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Modal } from "@/components/ui/modal";
import type { ReceiptView, UnsignedReason } from "@/lib/register/receipts/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, CHOICE } from "../styles";
import type { Request } from "../use-request";
import type { WhatIsSigned } from "./what-is-signed";

const REASONS: readonly UnsignedReason[] = ["UNABLE", "THUMBPRINT", "DECLINED"];

/** For somebody who cannot sign or would rather not: the officer is the witness and says which of three it is. */
export function UnsignedDialog({
  voucherId,
  signed,
  request,
  onSigned,
  onClose,
}: {
  voucherId: string;
  signed: WhatIsSigned;
  request: Request<readonly ReceiptView[]>;
  onSigned: (receipts: readonly ReceiptView[]) => void;
  onClose: () => void;
}) {
  const t = useTranslations("receipt");
  const words = useTranslations("staff");
  const [reason, setReason] = useState<UnsignedReason | null>(null);
  const [missing, setMissing] = useState(false);
  const sending = request.phase !== "idle";
  const close = () => {
    request.forget();
    onClose();
  };
  const save = async () => {
    setMissing(reason === null);
    if (reason === null) return;
    const answer = await request.run({ voucherId, seen: signed.seen, signature: { unsigned: reason } });
    if (answer?.ok) onSigned(answer.value);
  };
  return (
    <Modal name="unsigned" labelledBy="unsigned-title" describedBy="unsigned-body" onEscape={close}>
      <div className="-m-4 flex flex-col gap-5 overflow-y-auto p-4">
        <div>
          <h2 id="unsigned-title" className="text-title">
            {t("unsigned.title")}
          </h2>
          <p id="unsigned-body" className="mt-2 text-ink-soft">
            {t("unsigned.body")}
          </p>
        </div>
        <fieldset aria-describedby={missing ? "unsigned-missing" : undefined}>
          <legend className="sr-only">{t("unsigned.legend")}</legend>
          <div className="grid gap-2">
            {REASONS.map((one) => (
              <label key={one} className={`${CHOICE} min-h-16`}>
                <input
                  type="radio"
                  name="unsigned-reason"
                  value={one}
                  checked={reason === one}
                  onChange={() => setReason(one)}
                  className="absolute inset-0 cursor-pointer appearance-none rounded-field"
                />
                {t(`unsigned.${one}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div role="alert" className={missing ? "font-strong text-amber" : "contents"}>
          {missing && <p id="unsigned-missing">{t("unsigned.missing")}</p>}
        </div>
        <Refusal refusal={request.refusal} />
        <LostServer lost={request.phase === "lost"} />
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" onClick={close} className={buttonClass("secondary")}>
            {words("reason.cancel")}
          </button>
          <button
            type="button"
            aria-busy={sending}
            onClick={() => void save()}
            className={buttonClass("primary")}
          >
            {sending ? words("request.sending") : t("unsigned.save")}
          </button>
        </div>
      </div>
    </Modal>
  );
}
