"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { PaperWidth } from "@/lib/printing/types";
import type { ReceiptView } from "@/lib/register/receipts/types";
import type { SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import type { VoucherView } from "@/lib/vouchers/types";
import { ScanNext } from "../find/scan-next";
import { ReceiptCard } from "../receipt/receipt-card";
import { buttonClass, PAGE } from "../styles";
import { DutyCard } from "./duty-card";
import { ObstacleNotice } from "./obstacle-notice";
import { PromisedSouvenir } from "./promised-souvenir";
import { SouvenirChoice } from "./souvenir-choice";
import { useNewest } from "./use-newest";
import type { HallPrinter } from "./reprint-where";
import type { VoucherCommands } from "./voucher-commands";
import { VoucherFoot } from "./voucher-foot";
import { VoucherHistory } from "./voucher-history";
import { VoucherPanel } from "./voucher-panel";

export type VoucherScreenProps = {
  voucher: VoucherView;
  account: { readonly name: string; readonly mayUndoOthers: boolean };
  souvenirs: readonly SouvenirItem[];
  receipts: readonly ReceiptView[];
  /** How long signatures are kept. */
  retentionDays: number;
  paperWidth: PaperWidth;
  printers: readonly HallPrinter[];
  commands: VoucherCommands;
};

/** The first item that can be handed over; where none can, the first that can be promised. */
const firstOf = (items: readonly SouvenirItem[]) =>
  items.find(({ level }) => level !== "NONE_LEFT") ?? items[0] ?? null;

/** One voucher: whose it is and why on the left, the three duties of F.1 on the right. */
export function VoucherScreen({
  voucher: fromPage,
  account,
  souvenirs,
  receipts,
  retentionDays,
  paperWidth,
  printers,
  commands,
}: VoucherScreenProps) {
  const t = useTranslations("staff.voucher");
  const [voucher, setVoucher] = useNewest(fromPage);
  const [settles, setSettles] = useState(false);
  // Stays what it was when the last one goes on another tablet: the officer may have it in hand.
  const [souvenirId, setSouvenirId] = useState(firstOf(souvenirs)?.id);
  const gift = souvenirs.find(({ id }) => id === souvenirId) ?? firstOf(souvenirs);
  const [newPromise, setNewPromise] = useState<string | null>(null);
  const follow = (answered: VoucherView) => {
    if (answered.promise && !voucher.promise) setNewPromise(answered.promise.id);
    setVoucher(answered);
  };
  // A new screen is announced from its heading on.
  useEffect(() => document.getElementById("voucher-name")?.focus(), []);
  const name = voucher.applicantName ?? t("unnamed", { queue: voucher.queueNumber });
  const done = voucher.steps.filter(({ state }) => state !== "OPEN").length;
  const complete = voucher.state === "COMPLETED";
  // Once confirmed, a disturbance or a flag no longer stops the hand-over; a wrong day or a decision does.
  const confirmed = voucher.state === "CONFIRMED" || complete;
  const lifted = confirmed && voucher.obstacle !== "OTHER_DAY";
  const possible = voucher.obstacle === null || lifted;
  return (
    <div className={PAGE}>
      <ScanNext find={commands.find} current={voucher.id} unfinished={done > 0 && !complete} />
      <div className="grid gap-6 wide:grid-cols-[minmax(380px,432px)_1fr]">
        <VoucherPanel voucher={voucher} name={name} />
        <section aria-labelledby="duties-title" className="flex min-w-0 flex-col gap-4">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h2 id="duties-title" className="mt-1.5 text-title">
                {complete ? t("completed") : t("threeFor", { name })}
              </h2>
              <p className="mt-1 text-ink-soft">
                {complete ? t("completedLead", { number: voucher.number }) : t("lead")}
              </p>
            </div>
            <p role="status" className={complete ? "sr-only" : "ml-auto text-ink-soft tabular-nums"}>
              {t("progress", { done, all: voucher.steps.length })}
            </p>
            {complete && (
              <Link href="/staff" className={buttonClass("primary")}>
                {t("next")}
              </Link>
            )}
          </div>
          {!lifted && <ObstacleNotice voucher={voucher} commands={commands} onChange={setVoucher} />}
          {voucher.steps.map((step) => (
            <DutyCard
              key={step.step}
              voucher={voucher}
              step={step}
              account={account}
              commands={commands}
              possible={possible}
              settles={settles}
              gift={step.step === "SOUVENIR" ? gift : undefined}
              onChange={follow}
            >
              {step.step === "SOUVENIR" && step.state === "OPEN" && possible && (
                <SouvenirChoice items={souvenirs} chosen={gift?.id ?? ""} onChoose={setSouvenirId} />
              )}
              {step.state === "PROMISED" && voucher.promise && (
                <PromisedSouvenir
                  key={voucher.promise.id}
                  promise={voucher.promise}
                  begun={newPromise === voucher.promise.id}
                  paperWidth={paperWidth}
                  printers={printers}
                  commands={commands}
                />
              )}
            </DutyCard>
          ))}
          <ReceiptCard
            voucher={voucher}
            receipts={receipts}
            retentionDays={retentionDays}
            sign={commands.signReceipt}
          />
          <VoucherFoot
            voucher={voucher}
            paperWidth={paperWidth}
            printers={printers}
            commands={commands}
            settles={settles}
            onSettles={setSettles}
            onChange={setVoucher}
          />
          <VoucherHistory voucher={voucher} />
        </section>
      </div>
    </div>
  );
}
