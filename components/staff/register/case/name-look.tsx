"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LostServer, Refusal } from "@/components/staff/refusal";
import { buttonClass, SHEET } from "@/components/staff/styles";
import type { Send } from "@/components/staff/types";
import { useRequest } from "@/components/staff/use-request";
import type { ApplicantName, CaseView } from "@/lib/register/case/types";

/** The applicant's name: nothing of it is on the page until somebody asks, and each look is audited. */
export function NameLook({ view, look }: { view: CaseView; look: Send<ApplicantName> }) {
  const t = useTranslations("register.case");
  const request = useRequest("look-at-name", look, { keyed: false });
  const [seen, setSeen] = useState<ApplicantName | null>(null);
  const open = async () => {
    const answer = await request.run({ ticketId: view.ticketId });
    if (answer?.ok) setSeen(answer.value);
  };
  return (
    <section aria-labelledby="case-name" className={`${SHEET} flex flex-col gap-4 px-8 py-7`}>
      <div>
        <h2 id="case-name" className="text-lead">
          {t("name.title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t(view.erased ? "erasedLead" : "name.lead")}</p>
      </div>
      <div role="status" className={seen === null ? "contents" : ""}>
        {seen !== null && (
          <p className="rounded-field bg-paper-deep px-5 py-3 font-head">
            {seen.name ?? t(seen.erased ? "erased" : "name.none")}
          </p>
        )}
      </div>
      {!view.erased && (
        <button
          type="button"
          aria-busy={request.phase !== "idle"}
          onClick={() => (seen === null ? void open() : setSeen(null))}
          className={`${buttonClass("secondary")} self-start`}
        >
          {t(seen !== null ? "name.hide" : request.phase !== "idle" ? "name.looking" : "name.look")}
        </button>
      )}
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
    </section>
  );
}
