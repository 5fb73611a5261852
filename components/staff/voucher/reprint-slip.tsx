"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PrintSheet } from "@/components/slip/print-sheet";
import type { PaperWidth, VoucherSlip } from "@/lib/printing/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, TEXT_LINK } from "../styles";
import { useRequest } from "../use-request";
import type { VoucherCommands } from "./voucher-commands";

/** Prints the same slip once more. The browser cannot know whether paper came out, so it asks. */
export function ReprintSlip({
  voucherId,
  paperWidth,
  reprint,
}: {
  voucherId: string;
  paperWidth: PaperWidth;
  reprint: VoucherCommands["reprint"];
}) {
  const t = useTranslations("staff.voucher");
  const request = useRequest("reprint-voucher", reprint);
  const [job, setJob] = useState<{ printJobId: string; slip: VoucherSlip } | null>(null);
  const print = async () => {
    const answer = await request.run({ voucherId });
    if (answer?.ok) setJob(answer.value);
  };
  const sending = request.phase !== "idle";
  return (
    <div className="flex flex-col gap-2">
      {job === null ? (
        <button type="button" aria-busy={sending} onClick={() => void print()} className={TEXT_LINK}>
          {t(sending ? "reprinting" : "reprint")}
        </button>
      ) : (
        <div role="status" className="flex flex-wrap items-center gap-3 rounded-field bg-gold-wash px-5 py-3">
          <p className="mr-auto">{t("reprinted")}</p>
          <button type="button" onClick={() => setJob(null)} className={buttonClass("primary", "small")}>
            {t("reprintDone")}
          </button>
          <button type="button" onClick={() => window.print()} className={buttonClass("secondary", "small")}>
            {t("reprintAgain")}
          </button>
          <PrintSheet
            key={job.printJobId}
            slip={job.slip}
            paperWidth={paperWidth}
            onReady={() => window.print()}
          />
        </div>
      )}
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
    </div>
  );
}
