"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisturbanceIcon } from "@/components/ui/icons";
import type { VoucherView } from "@/lib/vouchers/types";
import { ReasonDialog } from "../reason-dialog";
import { buttonClass } from "../styles";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import type { VoucherCommands } from "./voucher-commands";

type Props = {
  voucher: VoucherView;
  commands: Pick<VoucherCommands, "confirm" | "reopen">;
  onChange: (voucher: VoucherView) => void;
};

/** What stands in the way with the facts of this moment, and who can lift it with a written reason. */
export function ObstacleNotice({ voucher, commands, onChange }: Props) {
  const t = useTranslations("staff");
  const words = useWords();
  const [deciding, setDeciding] = useState(false);
  const confirm = useRequest("confirm-voucher", commands.confirm);
  const reopen = useRequest("reopen-voucher", commands.reopen);
  const { obstacle, withheld, number } = voucher;
  if (obstacle === null) return null;
  const held = obstacle === "WITHHELD";
  const liftable = obstacle === "OUTAGE" || obstacle === "AUTHORISED_OFFICIAL";
  const purpose = held ? "reopen" : "override";
  const request = held ? reopen : confirm;
  const done = (value: VoucherView) => {
    setDeciding(false);
    onChange(value);
  };
  return (
    <section aria-labelledby="obstacle-title" className="rounded-control bg-amber-wash px-8 py-5">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="min-w-0 flex-[1_1_18rem]">
          <h2 id="obstacle-title" className="flex items-center gap-3 text-lead text-amber">
            <DisturbanceIcon className="h-6 w-auto" />
            {t(held ? "obstacle.withheldTitle" : "obstacle.title")}
          </h2>
          {held && withheld !== null ? (
            <p className="mt-1">
              {t("obstacle.withheldBy", { who: withheld.byName, at: words.clock(withheld.at) })}{" "}
              <q>{withheld.reason}</q>
            </p>
          ) : (
            <p className="mt-1">
              {t(`obstacle.${obstacle}`, { date: words.day(voucher.serviceDate) })}{" "}
              {liftable && !voucher.mayOverride && t("obstacle.askSupervisor")}
            </p>
          )}
        </div>
        {(held || (liftable && voucher.mayOverride)) && (
          <button type="button" onClick={() => setDeciding(true)} className={buttonClass("secondary")}>
            {t(`obstacle.${purpose}`)}
          </button>
        )}
      </div>
      {deciding && (
        <ReasonDialog
          title={t(`reason.${purpose}.title`, { number })}
          body={t(`reason.${purpose}.body`)}
          label={t(`reason.${purpose}.do`)}
          request={request}
          send={(reason) =>
            held
              ? reopen.run({ voucherId: voucher.id, reason })
              : confirm.run({ voucherId: voucher.id, override: reason })
          }
          onDone={done}
          onClose={() => setDeciding(false)}
        />
      )}
    </section>
  );
}
