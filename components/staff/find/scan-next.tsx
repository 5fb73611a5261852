"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { useScanner } from "../use-scanner";
import { useVoucherFinder, type FoundVoucher } from "./use-voucher-finder";

/**
 * Takes a voucher scanned on another page. While the one on screen is handed over only in part, the new one is
 * offered, never opened by itself: nobody is moved past an unfinished hand-over.
 */
export function ScanNext({
  find,
  current = null,
  unfinished = false,
}: {
  find: Send<FoundVoucher>;
  /** The voucher on screen. */
  current?: string | null;
  unfinished?: boolean;
}) {
  const t = useTranslations("staff.confirm");
  const { request, look, open } = useVoucherFinder(find);
  const [held, setHeld] = useState<FoundVoucher | null>(null);
  const onScan = async (scanned: string) => {
    setHeld(null);
    const found = await look(scanned);
    if (!found || found.voucherId === current) return;
    if (unfinished) setHeld(found);
    else open(found.voucherId);
  };
  useScanner((scanned) => void onScan(scanned));
  return (
    <>
      <Refusal refusal={request.refusal} className="mb-4" />
      <LostServer lost={request.phase === "lost"} className="mb-4" />
      <div role="status" className={held ? "mb-4" : "contents"}>
        {held && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-field bg-gold-wash px-5 py-3">
            <p className="mr-auto">
              <strong className="font-head">{t("otherFound", { number: held.number })}</strong>
              <br />
              {t("otherFoundBody")}
            </p>
            <button
              type="button"
              onClick={() => open(held.voucherId)}
              className={buttonClass("primary", "small")}
            >
              {t("openOther", { number: held.number })}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
