"use client";

import { useTranslations } from "next-intl";
import { PersonIcon } from "@/components/ui/icons";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";

/** Someone at a kiosk who asked for an officer. `at` is epoch ms. */
export interface CallView {
  readonly id: string;
  readonly kioskName: string;
  readonly at: number;
}

/** Calls from kiosks, on every page until one officer says that they are coming. */
export function CallBanner({ calls, answer }: { calls: readonly CallView[]; answer: Send<null> }) {
  const t = useTranslations("staff.call");
  return (
    <div role="region" aria-label={t("region")} aria-live="assertive">
      {calls.map((call) => (
        <CallRow key={call.id} call={call} answer={answer} />
      ))}
    </div>
  );
}

function CallRow({ call, answer }: { call: CallView; answer: Send<null> }) {
  const t = useTranslations("staff.call");
  const { clock } = useWords();
  const request = useRequest("answer-call", answer, { keyed: false });
  return (
    <div className="border-b border-line bg-gold-wash px-(--edge) py-2">
      <div className="mx-auto flex max-w-[1376px] flex-wrap items-center gap-x-4 gap-y-2">
        <PersonIcon className="h-7 w-auto" />
        <p className="mr-auto">
          <strong className="font-head">{t("text", { kiosk: call.kioskName })}</strong>{" "}
          <span className="tabular-nums">{t("since", { time: clock(call.at) })}</span>
        </p>
        <button
          type="button"
          aria-busy={request.phase !== "idle"}
          onClick={() => void request.run({ id: call.id })}
          className={buttonClass("primary", "small")}
        >
          {request.phase === "idle" ? t("answer") : t("answering")}
        </button>
      </div>
      <Refusal refusal={request.refusal} className="mt-2" />
      <LostServer lost={request.phase === "lost"} className="mt-2" />
    </div>
  );
}
