"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Motif } from "@/components/ui/motif";
import { VoucherNumber } from "@/components/ui/voucher-number";
import type { VoucherView } from "@/lib/vouchers/types";
import { useWords } from "../use-words";
import { ClauseList } from "./clause-list";

/** Long numbers (three-letter prefixes) give way so that they stay on one line. */
const numberSize = (number: string) => (number.length <= 5 ? "text-[124px]" : "text-[88px]");

/** Whose voucher it is, how it came about, and why: the evidence beside the duties. */
export function VoucherPanel({ voucher, name }: { voucher: VoucherView; name: string }) {
  const t = useTranslations("staff.voucher");
  return (
    <section
      data-tone="navy"
      aria-labelledby="voucher-name"
      className="relative flex flex-col overflow-hidden rounded-card bg-navy px-9 pt-7 pb-6 text-on-navy wide:sticky wide:top-6 wide:self-start"
    >
      <Motif tone="navy" />
      <div className="relative flex flex-1 flex-col gap-x-10 tall:grid tall:grid-cols-2">
        <div>
          <p>{t("number")}</p>
          <p className={`mt-4 mb-7 -ml-2 flex text-gold ${numberSize(voucher.number)}`}>
            <VoucherNumber number={voucher.number} />
          </p>
          <h1 id="voucher-name" tabIndex={-1} className="text-[34px] outline-0">
            {name}
          </h1>
          <p className="mt-1.5 text-soft">
            {t("identity", { queue: voucher.queueNumber, last4: voucher.last4 ?? "none" })}
          </p>
        </div>
        <Timeline voucher={voucher} />
        <div className="mt-auto pt-4 tall:col-span-2">
          <div className="border-t border-on-navy/25 pt-4">
            <h2 className="text-[20px] tracking-[-.01em]">
              {t(voucher.origin === "GRANT" ? "whyGranted" : "why")}
            </h2>
            <div className="mt-3 text-small tall:[&_ul]:grid-cols-2">
              <ClauseList clauses={voucher.clauses} tone="navy" />
            </div>
            {voucher.grantReason !== null && (
              <p className="mt-3 text-small">
                <span className="text-soft">{t("grantReason")}: </span>
                {voucher.grantReason}
              </p>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

function Timeline({ voucher }: { voucher: VoucherView }) {
  const t = useTranslations("staff.voucher");
  const words = useWords();
  const bold = { b: (chunks: ReactNode) => <b className="text-gold">{chunks}</b> };
  const issued = voucher.origin === "GRANT" ? "granted" : "slipIssued";
  const moments = [
    { at: voucher.ticketAt, text: t("ticketIssued"), hot: false },
    {
      at: voucher.promiseEndsAt,
      text: t("promisePassed", { wait: words.wait(voucher.promiseEndsAt - voucher.ticketAt) }),
      hot: false,
    },
    ...(voucher.biometricStartedAt === null
      ? []
      : [{ at: voucher.biometricStartedAt, text: t("served"), hot: false }]),
    {
      at: voucher.issuedAt,
      text: t.rich(issued, { wait: words.minutes(voucher.waitedMinutes), ...bold }),
      hot: true,
    },
  ].sort((one, other) => one.at - other.at);
  return (
    <ol className="mt-4 tall:mt-0 tall:self-center">
      {moments.map((moment, index) => (
        <li
          key={index}
          className="relative grid grid-cols-[4.25rem_1fr] items-baseline gap-8 py-2 leading-[1.3]"
        >
          {index < moments.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-6 -bottom-4 left-[5.2rem] w-0.5 bg-on-navy-soft"
            />
          )}
          <span
            aria-hidden="true"
            className={
              "absolute rounded-round " +
              (moment.hot
                ? "top-3 left-[calc(5.2rem-8px)] size-4.5 bg-gold"
                : "top-3.5 left-[calc(5.2rem-5px)] size-3 bg-on-navy")
            }
          />
          <time className="text-[20px] font-head tabular-nums">{words.clock(moment.at)}</time>
          <span>{moment.text}</span>
        </li>
      ))}
    </ol>
  );
}
