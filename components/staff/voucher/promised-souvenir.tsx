"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { PaperWidth } from "@/lib/printing/types";
import type { PromiseView } from "@/lib/vouchers/souvenirs/types";
import { TEXT_LINK } from "../styles";
import { useDayOf } from "../souvenirs/use-day-of";
import { useWords } from "../use-words";
import { ReprintSlip } from "./reprint-slip";
import type { HallPrinter } from "./reprint-where";
import type { VoucherCommands } from "./voucher-commands";

/** A souvenir that was promised: the code on its slip, the slip itself, and whether it has been handed over since. */
export function PromisedSouvenir({
  promise,
  begun,
  paperWidth,
  printers,
  commands,
}: {
  promise: PromiseView;
  /** True when it was promised on this screen just now. */
  begun: boolean;
  paperWidth: PaperWidth;
  printers: readonly HallPrinter[];
  commands: Pick<VoucherCommands, "printPromise" | "settlePrint" | "printProgress">;
}) {
  const t = useTranslations("staff.duty.SOUVENIR");
  const { clock } = useWords();
  const dayOf = useDayOf();
  const { kept, shortCode } = promise;
  if (kept) {
    const facts = { item: kept.item, day: dayOf(kept.at), at: clock(kept.at), who: kept.byName };
    return <p className="font-strong">{t("promiseKept", facts)}</p>;
  }
  return (
    <div className="flex flex-col gap-1">
      <p className="font-strong tabular-nums">
        {t("promiseCode", { code: `${shortCode.slice(0, 4)}-${shortCode.slice(4)}` })}
      </p>
      <div className="flex flex-wrap items-start gap-x-8">
        <ReprintSlip
          name="print-promise"
          ask={{ promiseId: promise.id }}
          print={commands.printPromise}
          label={t("promiseSlip")}
          begun={begun}
          paperWidth={paperWidth}
          printers={printers}
          commands={commands}
        />
        <Link href="/staff/souvenirs" className={TEXT_LINK}>
          {t("promisePage")}
        </Link>
      </div>
    </div>
  );
}
