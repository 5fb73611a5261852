"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import type { PaperWidth } from "@/lib/printing/types";
import type { VoucherView } from "@/lib/vouchers/types";
import { ReasonDialog } from "../reason-dialog";
import { TEXT_LINK } from "../styles";
import { useRequest } from "../use-request";
import { ReprintSlip } from "./reprint-slip";
import type { HallPrinter } from "./reprint-where";
import type { VoucherCommands } from "./voucher-commands";

/** What else can be done with a voucher. */
export function VoucherFoot({
  voucher,
  paperWidth,
  printers,
  commands,
  settles,
  onSettles,
  onChange,
}: {
  voucher: VoucherView;
  paperWidth: PaperWidth;
  printers: readonly HallPrinter[];
  commands: Pick<VoucherCommands, "withhold" | "reprint" | "settlePrint" | "printProgress">;
  settles: boolean;
  onSettles: (settles: boolean) => void;
  onChange: (voucher: VoucherView) => void;
}) {
  const t = useTranslations("staff");
  const [deciding, setDeciding] = useState(false);
  const withhold = useRequest("withhold-voucher", commands.withhold);
  const done = voucher.steps.filter(({ state }) => state !== "OPEN").length;
  const current = voucher.obstacle !== "OTHER_DAY" && voucher.state !== "LAPSED";
  // What has been handed over cannot be decided otherwise; it is undone first.
  const mayWithhold = current && done === 0 && voucher.state !== "WITHHELD";
  return (
    <footer className="flex flex-wrap items-start gap-x-8 gap-y-1">
      {mayWithhold && (
        <button type="button" onClick={() => setDeciding(true)} className={TEXT_LINK}>
          {t("voucher.withhold")}
        </button>
      )}
      {current && voucher.state !== "WITHHELD" && (
        <ReprintSlip
          name="reprint-voucher"
          ask={{ voucherId: voucher.id }}
          print={commands.reprint}
          label={t("voucher.reprint")}
          paperWidth={paperWidth}
          printers={printers}
          commands={commands}
        />
      )}
      {current && voucher.state !== "WITHHELD" && done < voucher.steps.length && (
        <button
          type="button"
          aria-pressed={settles}
          onClick={() => onSettles(!settles)}
          className={TEXT_LINK}
        >
          {t("voucher.settle")}
        </button>
      )}
      <Link href={`/staff/register/${voucher.ticketId}`} className={TEXT_LINK}>
        {t("voucher.register")}
      </Link>
      {deciding && (
        <ReasonDialog
          title={t("reason.withhold.title", { number: voucher.number })}
          body={t("reason.withhold.body")}
          label={t("reason.withhold.do")}
          request={withhold}
          send={(reason) => withhold.run({ voucherId: voucher.id, reason })}
          onDone={(value) => {
            setDeciding(false);
            onChange(value);
          }}
          onClose={() => setDeciding(false)}
        />
      )}
    </footer>
  );
}
