"use client";

import { createFormatter } from "next-intl";
import { useState } from "react";
import { CheckIcon } from "@/components/ui/icons";
import { Modal } from "@/components/ui/modal";
import type { ReceiptView } from "@/lib/register/receipts/types";
import type { VoucherView } from "@/lib/vouchers/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Request } from "../use-request";
import { BothLanguages } from "./both-languages";
import { SignatureField } from "./signature-field";
import { useSignaturePad } from "./use-signature-pad";
import type { WhatIsSigned } from "./what-is-signed";

type Props = {
  voucher: VoucherView;
  signed: WhatIsSigned;
  /** How long signatures are kept. */
  retentionDays: number;
  request: Request<readonly ReceiptView[]>;
  onSigned: (receipts: readonly ReceiptView[]) => void;
  onClose: () => void;
};

const UNDERSTOOD = ["SIGNATURE_EMPTY", "SIGNATURE_TOO_SMALL"];
const dayIn = (locale: string, date: string) =>
  createFormatter({ locale, timeZone: "UTC" }).dateTime(new Date(`${date}T12:00:00Z`), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

/**
 * The tablet in the applicant's hands: what they sign for, and a field to sign in. Indonesian first and English under it.
 * Afterwards it thanks and asks to be handed back.
 */
export function SignDialog({ voucher, signed, retentionDays, request, onSigned, onClose }: Props) {
  const { canvas, empty, clear, strokes } = useSignaturePad();
  const [saved, setSaved] = useState<readonly ReceiptView[] | null>(null);
  const { number, serviceDate } = voucher;
  const sending = request.phase !== "idle";
  const small = request.refusal !== null && UNDERSTOOD.includes(request.refusal.code);
  const close = () => {
    request.forget();
    onClose();
  };
  const save = async () => {
    if (empty) return;
    const input = { voucherId: voucher.id, seen: signed.seen, signature: strokes() };
    const answer = await request.run(input);
    if (answer?.ok) setSaved(answer.value);
  };
  const again = () => {
    request.forget();
    clear();
  };
  if (saved) return <Thanks onDone={() => onSigned(saved)} />;
  const about = { number, date: dayIn("id", serviceDate) };
  const item = { item: signed.item };
  return (
    <Modal name="sign" labelledBy="sign-title" describedBy="sign-for" whole onEscape={close}>
      <div className="mx-auto flex w-full max-w-[1040px] flex-1 flex-col gap-4">
        <header className="flex flex-wrap items-baseline justify-between gap-x-8">
          <h2 id="sign-title" className="text-title">
            <BothLanguages word="sign.title" />
          </h2>
          <div className="font-strong tabular-nums">
            <BothLanguages
              word="sign.about"
              values={about}
              secondValues={{ number, date: dayIn("en", serviceDate) }}
              className="text-right"
            />
          </div>
        </header>
        <div
          id="sign-for"
          className="grid gap-3 rounded-control bg-card px-7 py-4 text-lead font-strong wide:grid-cols-2 wide:text-[20px]"
        >
          <BothLanguages word={`statement.v1.${signed.apologyGiven ? "apology" : "noApology"}`} />
          <BothLanguages word={`statement.v1.${signed.souvenir}`} values={item} />
        </div>
        <SignatureField canvas={canvas} small={small} />
        <Refusal refusal={small ? null : request.refusal} />
        <LostServer lost={request.phase === "lost"} />
        <footer className="mt-auto flex flex-wrap items-center gap-3">
          <button type="button" onClick={close} className={buttonClass("secondary")}>
            <BothLanguages word="sign.cancel" />
          </button>
          <button
            type="button"
            aria-disabled={empty}
            onClick={again}
            className={buttonClass(empty ? "waiting" : "secondary")}
          >
            <BothLanguages word="sign.clear" />
          </button>
          <p className="flex-1 basis-56 text-small tall:order-first tall:basis-full">
            <BothLanguages word="sign.kept" values={{ days: retentionDays }} />
          </p>
          <button
            type="button"
            aria-busy={sending}
            aria-disabled={empty}
            onClick={() => void save()}
            className={`ml-auto ${buttonClass(empty ? "waiting" : "primary", "large")}`}
          >
            <BothLanguages word={empty ? "sign.waiting" : "sign.save"} dark={!empty} className="px-4" />
          </button>
        </footer>
      </div>
    </Modal>
  );
}

/** The officer's tablet is still in the applicant's hands: nothing else of it is on the screen yet. */
function Thanks({ onDone }: { onDone: () => void }) {
  return (
    <Modal name="signed" labelledBy="signed-title" whole onEscape={onDone}>
      <div className="m-auto flex max-w-[640px] flex-col items-center gap-6 text-center">
        <CheckIcon className="h-20 w-20 text-green" />
        <h2 id="signed-title" className="text-title">
          <BothLanguages word="sign.thanks" />
        </h2>
        <p className="text-lead">
          <BothLanguages word="sign.giveBack" />
        </p>
        <button type="button" autoFocus onClick={onDone} className={buttonClass("primary", "large")}>
          <BothLanguages word="sign.done" dark className="px-8" />
        </button>
      </div>
    </Modal>
  );
}
