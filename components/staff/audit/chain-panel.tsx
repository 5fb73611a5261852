"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { ChainView } from "@/lib/audit/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { useWords } from "../use-words";

const LOOK_EVERY_MS = 1_500;

/** The page looks again while a verification runs, and no longer. */
function useProgress(running: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, router]);
}

/** The record's state at a glance, what it rests on, and the heads that lie outside the database. */
export function ChainPanel({
  view,
  finding,
  headOld,
  today,
  verify,
}: {
  view: ChainView;
  /** The last verification's finding in words; null when it found nothing. */
  finding: string | null;
  headOld: boolean;
  /** The office's date by the system's clock, `YYYY-MM-DD`. */
  today: string;
  verify: Send<null>;
}) {
  const t = useTranslations("audit");
  const router = useRouter();
  const { pending, refusal, send } = useSend(verify);
  const running = view.running;
  useProgress(running !== null);
  const busy = pending || running !== null;
  const label = running && running.of > 0 ? t("verifying", running) : t(busy ? "starting" : "verifyNow");
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(360px,440px)_1fr]">
      <div className="flex flex-col gap-6">
        <State view={view} finding={finding} />
        <div className={`${SHEET} flex flex-col gap-5 p-6`}>
          <Facts view={view} today={today} />
          <RefusalNote refusal={refusal} />
          <button
            type="button"
            aria-busy={busy}
            aria-disabled={busy}
            onClick={() => !busy && send({}, () => router.refresh())}
            className={`${buttonClass(busy ? "waiting" : "primary")} tabular-nums`}
          >
            {label}
          </button>
        </div>
      </div>
      <Heads view={view} headOld={headOld} />
    </div>
  );
}

function State({ view: { last }, finding }: { view: ChainView; finding: string | null }) {
  const t = useTranslations("audit");
  if (!last) return <p className={`${SHEET} px-6 py-5 text-lead font-head`}>{t("state.unverified")}</p>;
  if (finding === null) {
    const { heads } = last;
    return (
      <div role="status" className={`${SHEET} flex items-start gap-4 p-6`}>
        <CheckIcon className="mt-1 h-8 w-8 text-green" />
        <div>
          <p className="text-lead font-head">{t("state.sound")}</p>
          <p className="mt-1 text-ink-soft">
            {heads === null ? t("noFile") : t("compared", { count: heads })}
          </p>
        </div>
      </div>
    );
  }
  return (
    <div role="alert" className="flex items-start gap-4 rounded-control bg-amber-wash p-6 text-amber">
      <DashIcon className="mt-1 h-8 w-8" />
      <div>
        <p className="text-lead font-head">{t("state.broken")}</p>
        <p className="mt-1 font-strong">{finding}</p>
        <p className="mt-3">{t("whatToDo")}</p>
      </div>
    </div>
  );
}

function Facts({ view: { rows, last, heads }, today }: { view: ChainView; today: string }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const head = heads?.find(({ day }) => day === today);
  const at = last && format.dateTime(last.at, { dateStyle: "medium", timeStyle: "short" });
  return (
    <dl className="flex flex-col gap-4">
      <Fact label={t("rows")}>{format.number(rows)}</Fact>
      <Fact label={t("verified")}>
        {at ? t("verifiedBy", { at, by: last.byName ?? t("server") }) : t("never")}
      </Fact>
      <Fact label={t("today")}>
        {head ? <Fingerprint hash={head.hash} row={t("row", { seq: head.seq })} /> : t("noHeadToday")}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="mt-0.5 text-lead font-strong">{children}</dd>
    </div>
  );
}

/** A hash in groups of eight, which people can compare with one on paper. */
function Fingerprint({ hash, row }: { hash: string; row: string }) {
  return (
    <>
      <span className="block text-body font-text text-ink-soft">{row}</span>
      <span className="flex flex-wrap gap-x-3 font-mono text-[17px] leading-7">
        {hash.match(/.{1,8}/g)?.map((part, index) => (
          <span key={index}>{part}</span>
        ))}
      </span>
    </>
  );
}

function Heads({ view: { heads, file }, headOld }: { view: ChainView; headOld: boolean }) {
  const t = useTranslations("audit");
  const { day } = useWords();
  return (
    <section aria-label={t("heads")} className={`${SHEET} p-6`}>
      <h2 className="text-lead">{t("heads")}</h2>
      <p className="mt-1 break-words text-ink-soft">{t("headsLead", { file })}</p>
      {(headOld || heads === null) && (
        <p className="mt-4 flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3.5 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span className="min-w-0 break-words">
            {heads === null ? t("headsUnreadable", { file }) : t("headOld")}
          </span>
        </p>
      )}
      {heads?.length === 0 && <p className="mt-4 text-ink-soft">{t("noHeads")}</p>}
      <ul className="mt-3">
        {heads?.map((head) => (
          <li
            key={head.at}
            className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0"
          >
            <span className="min-w-56 font-strong">{`${day(head.day)} ${head.day.slice(0, 4)}`}</span>
            <span className="min-w-32 text-ink-soft tabular-nums">{t("row", { seq: head.seq })}</span>
            <span className="font-mono text-[17px]">{`${head.hash.slice(0, 8)} ${head.hash.slice(8, 16)} …`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
