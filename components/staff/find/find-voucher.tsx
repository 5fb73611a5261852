"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId, useState } from "react";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { ScanFrame } from "./scan-frame";
import { useScanner } from "../use-scanner";
import { withoutScan } from "../without-scan";
import { useVoucherFinder, type FoundVoucher } from "./use-voucher-finder";

/** The three ways to a voucher: scanner at any time, camera, or its short code by hand. */
export function FindVoucher({ find, example }: { find: Send<FoundVoucher>; example: string }) {
  const t = useTranslations("staff.confirm");
  const id = useId();
  const { request, look, open } = useVoucherFinder(find);
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const looking = request.phase !== "idle";
  const lookUp = async (scanned: string) => {
    const found = await look(scanned);
    if (found) open(found.voucherId);
  };
  const onScan = (scanned: string) => {
    setCode((before) => withoutScan(before, scanned));
    setMissing(false);
    void lookUp(scanned);
  };
  useScanner(onScan);
  const submit = () => {
    const empty = code.trim() === "";
    setMissing(empty);
    if (empty) document.getElementById(`${id}-code`)?.focus();
    else void lookUp(code);
  };
  return (
    <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col gap-6 p-8`}>
      <div>
        <h1 id={`${id}-title`} className="text-title">
          {t("title")}
        </h1>
        <p className="mt-2 text-ink-soft">{t("lead")}</p>
      </div>
      <div className="grid items-start gap-8 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <ScanFrame onScan={onScan} />
        <form
          method="post"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          className="flex flex-col gap-4"
        >
          <div>
            <label htmlFor={`${id}-code`} className="font-head">
              {t("code", { example })}
            </label>
            <input
              id={`${id}-code`}
              value={code}
              onChange={(event) => setCode(event.target.value.toUpperCase())}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={64}
              placeholder="XXXX-XXXX"
              aria-invalid={missing}
              aria-describedby={`${id}-hint`}
              className={`${FIELD} mt-2 min-h-18 text-[30px] tracking-[.06em] tabular-nums`}
            />
            <p
              id={`${id}-hint`}
              role={missing ? "alert" : undefined}
              className={`mt-2 text-small ${missing ? "font-strong text-amber" : "text-ink-soft"}`}
            >
              {missing ? t("codeMissing") : t("codeHint")}
            </p>
          </div>
          <button type="submit" aria-busy={looking} className={buttonClass("primary", "large")}>
            {looking ? t("looking") : t("find")}
          </button>
          <Refusal refusal={request.refusal} />
          <LostServer lost={request.phase === "lost"} />
          <Link href="/staff/tickets" className={TEXT_LINK}>
            {t("withoutVoucher")}
          </Link>
        </form>
      </div>
    </section>
  );
}
