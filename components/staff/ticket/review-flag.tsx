"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReviewFlag as Flag } from "@/lib/vouchers/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";

/** The flag of F.2.g, for supervisors only: nothing of it is on the page until they ask, and each look is audited. */
export function ReviewFlag({ ticketId, look }: { ticketId: string; look: Send<Flag> }) {
  const t = useTranslations("staff.ticket.flag");
  const request = useRequest("look-at-review-flag", look, { keyed: false });
  const [flag, setFlag] = useState<Flag | null>(null);
  const open = async () => {
    const answer = await request.run({ ticketId });
    if (answer?.ok) setFlag(answer.value);
  };
  const looking = request.phase !== "idle";
  return (
    <section aria-labelledby="flag-title" className={`${SHEET} flex flex-col gap-4 px-8 py-7`}>
      <div>
        <h2 id="flag-title" className="text-lead">
          {t("title")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      <div role="status" className={flag === null ? "contents" : ""}>
        {flag !== null && <p className="rounded-field bg-paper-deep px-5 py-3 font-head">{t(flag)}</p>}
      </div>
      <button
        type="button"
        aria-busy={looking}
        onClick={() => (flag === null ? void open() : setFlag(null))}
        className={buttonClass("secondary")}
      >
        {t(flag !== null ? "hide" : looking ? "looking" : "look")}
      </button>
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
    </section>
  );
}
