"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LostServer, Refusal } from "@/components/staff/refusal";
import { buttonClass, SHEET } from "@/components/staff/styles";
import type { Send } from "@/components/staff/types";
import { useRequest } from "@/components/staff/use-request";
import type { ReviewHistory } from "@/lib/register/case/types";
import { useRegisterWords } from "../use-register-words";

/** The history of the flag of F.2.g, for supervisors only: not on the page until they ask, and each look is audited. */
export function ReviewLook({ ticketId, look }: { ticketId: string; look: Send<ReviewHistory> }) {
  const t = useTranslations("register.case.review");
  const request = useRequest("look-at-review-history", look, { keyed: false });
  const [seen, setSeen] = useState<ReviewHistory | null>(null);
  const open = async () => {
    const answer = await request.run({ ticketId });
    if (answer?.ok) setSeen(answer.value);
  };
  return (
    <section aria-labelledby="case-review" className={`${SHEET} flex flex-col gap-4 px-8 py-7`}>
      <div>
        <h2 id="case-review" className="text-lead">
          {t("title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      <div role="status" className={seen === null ? "contents" : "flex flex-col gap-3"}>
        {seen !== null && <History seen={seen} />}
      </div>
      <button
        type="button"
        aria-busy={request.phase !== "idle"}
        onClick={() => (seen === null ? void open() : setSeen(null))}
        className={`${buttonClass("secondary")} self-start`}
      >
        {t(seen !== null ? "hide" : request.phase !== "idle" ? "looking" : "look")}
      </button>
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
    </section>
  );
}

function History({ seen }: { seen: ReviewHistory }) {
  const t = useTranslations("register.case.review");
  const { moment } = useRegisterWords();
  return (
    <>
      <p className="rounded-field bg-paper-deep px-5 py-3 font-head">{t(seen.flag)}</p>
      <h3 className="font-head">{t("decisions")}</h3>
      {seen.decisions.length === 0 && <p className="text-ink-soft">{t("noDecisions")}</p>}
      <ul className="flex flex-col gap-2">
        {seen.decisions.map(({ at, flag, byName, reason }) => (
          <li key={`${at}-${flag}`} className="leading-snug">
            <span className="block text-small text-ink-soft">
              {t(`decided.${flag}`, { who: byName, time: moment(at) })}
            </span>
            {reason}
          </li>
        ))}
      </ul>
      {seen.found.length > 0 && (
        <>
          <h3 className="font-head">{t("found")}</h3>
          <ul>
            {seen.found.map(({ at, flag }, index) => (
              <li key={index} className="flex justify-between gap-4 border-t border-line py-2 text-small">
                <span className="tabular-nums">{moment(at)}</span>
                <span>{t(`foundLine.${flag}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
