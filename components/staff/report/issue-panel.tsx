"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSend } from "../access/use-send";
import { newRequestKey } from "../request-key";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import type { Period } from "@/lib/register/types";

/** Issues the report of the period that is shown, after asking once more: a number that was taken stays taken. */
export function IssuePanel({
  period,
  title,
  earlier,
  issue,
}: {
  period: Period;
  /** The period in words. */
  title: string;
  /** The number of the newest report that was issued of exactly this period. */
  earlier: string | null;
  issue: Send<{ readonly id: string; readonly number: string }>;
}) {
  const t = useTranslations("report");
  const router = useRouter();
  const { pending, refusal, send } = useSend(issue);
  const [asked, ask] = useState(false);
  const [number, tell] = useState<string | null>(null);
  const key = useRef<string | null>(null);
  const go = () => {
    key.current ??= newRequestKey();
    send({ period, key: key.current }, (value) => {
      key.current = null;
      ask(false);
      tell(value.number);
      router.refresh();
    });
  };
  return (
    <div className="flex flex-col gap-4">
      <div role="status" className="empty:hidden">
        {number && (
          <p className="rounded-field bg-green-wash px-5 py-3.5 font-strong text-green">
            {t("issue.done", { number })}
          </p>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {refusal && (
          <p className="rounded-field bg-amber-wash px-5 py-3.5 font-strong text-amber">
            {t(refusal.code === "PERIOD_NOT_OVER" ? "refusal.PERIOD_NOT_OVER" : "refusal.OTHER")}
          </p>
        )}
      </div>
      {asked ? (
        <div className="flex flex-col gap-4">
          <p className="font-strong">
            {earlier === null
              ? t("issue.sure", { period: title })
              : t("issue.sureAgain", { period: title, number: earlier })}
          </p>
          <div className="flex flex-wrap gap-3">
            <button
              type="button"
              aria-disabled={pending}
              onClick={go}
              className={buttonClass(pending ? "waiting" : "primary")}
            >
              {t(pending ? "issue.busy" : "issue.yes")}
            </button>
            <button type="button" onClick={() => !pending && ask(false)} className={buttonClass("secondary")}>
              {t("issue.no")}
            </button>
          </div>
        </div>
      ) : (
        <button
          type="button"
          onClick={() => {
            tell(null);
            ask(true);
          }}
          className={`${buttonClass("primary")} self-start`}
        >
          {t("issue.do", { period: title })}
        </button>
      )}
    </div>
  );
}
