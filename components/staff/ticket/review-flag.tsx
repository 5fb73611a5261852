"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReviewFlagView } from "@/lib/vouchers/types";
import { ReasonDialog } from "../reason-dialog";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";

export interface FlagCommands {
  readonly look: Send<ReviewFlagView>;
  readonly decide: Send<ReviewFlagView>;
}

/** The flag of F.2.g, for supervisors only: nothing of it is on the page until they ask, and each look is audited. */
export function ReviewFlag({ ticketId, look, decide }: FlagCommands & { ticketId: string }) {
  const t = useTranslations("staff.ticket.flag");
  const { clock } = useWords();
  const request = useRequest("look-at-review-flag", look, { keyed: false });
  const decision = useRequest("decide-review-flag", decide);
  const [seen, setSeen] = useState<ReviewFlagView | null>(null);
  const [deciding, setDeciding] = useState(false);
  const open = async () => {
    const answer = await request.run({ ticketId });
    if (answer?.ok) setSeen(answer.value);
  };
  const looking = request.phase !== "idle";
  const raises = seen?.flag !== "UNDER_REVIEW";
  return (
    <section aria-labelledby="flag-title" className={`${SHEET} flex flex-col gap-4 px-8 py-7`}>
      <div>
        <h2 id="flag-title" className="text-lead">
          {t("title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      <div role="status" className={seen === null ? "contents" : "flex flex-col gap-3"}>
        {seen !== null && <p className="rounded-field bg-paper-deep px-5 py-3 font-head">{t(seen.flag)}</p>}
        {seen?.decision && (
          <p className="text-ink-soft">
            {t(`decided.${seen.decision.flag}`, { who: seen.decision.byName, at: clock(seen.decision.at) })}
            <span className="mt-1 block text-ink">{seen.decision.reason}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          aria-busy={looking}
          onClick={() => (seen === null ? void open() : setSeen(null))}
          className={buttonClass("secondary")}
        >
          {t(seen !== null ? "hide" : looking ? "looking" : "look")}
        </button>
        {seen !== null && (
          <button type="button" onClick={() => setDeciding(true)} className={buttonClass("secondary")}>
            {t(raises ? "raise" : "clear")}
          </button>
        )}
      </div>
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
      {deciding && (
        <ReasonDialog
          title={t(raises ? "raise" : "clear")}
          body={t(raises ? "raiseLead" : "clearLead")}
          label={t(raises ? "raise" : "clear")}
          request={decision}
          send={(reason) => decision.run({ ticketId, underReview: raises, reason })}
          onDone={(view) => {
            setSeen(view);
            setDeciding(false);
          }}
          onClose={() => setDeciding(false)}
        />
      )}
    </section>
  );
}
