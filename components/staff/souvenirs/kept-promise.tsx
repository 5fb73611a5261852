"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckIcon } from "@/components/ui/icons";
import type { PromiseView } from "@/lib/vouchers/souvenirs/types";
import { ReasonDialog } from "../reason-dialog";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useOfficeNow } from "../use-office-now";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import { useDayOf } from "./use-day-of";

/** A promise that was kept: by whom, when, and until when that can be taken back. */
export function KeptPromise({
  promise,
  now: serverNow,
  undoesOthers,
  reopen,
  onReopened,
}: {
  promise: PromiseView;
  now: number;
  undoesOthers: boolean;
  reopen: Send<PromiseView>;
  onReopened: (promise: PromiseView) => void;
}) {
  const t = useTranslations("souvenirs.promises");
  const { clock } = useWords();
  const dayOf = useDayOf();
  const now = useOfficeNow(serverNow);
  const request = useRequest("reopen-promise", reopen);
  const [reasoning, setReasoning] = useState(false);
  const { kept, number } = promise;
  const own = promise.undoUntil !== null && now <= promise.undoUntil;
  const undo = async () => {
    const answer = await request.run({ promiseId: promise.id });
    if (answer?.ok) onReopened(answer.value);
  };
  if (!kept) return null;
  return (
    <li data-kept={number} className="flex flex-col gap-2 rounded-field bg-green-wash px-5 py-3">
      <div className="flex items-center gap-4">
        <p className="mr-auto flex min-w-0 items-start gap-3">
          <CheckIcon className="mt-0.5 h-6 w-6 shrink-0 text-green" />
          <span>
            <strong className="tabular-nums">{number}</strong>{" "}
            {t("kept", { item: kept.item, day: dayOf(kept.at), at: clock(kept.at), who: kept.byName })}
          </span>
        </p>
        {own && (
          <button
            type="button"
            aria-busy={request.phase !== "idle"}
            aria-label={`${t("undo")}: ${number}`}
            onClick={() => void undo()}
            className={`shrink-0 ${buttonClass("secondary", "small")}`}
          >
            {t("undo")}
          </button>
        )}
        {!own && undoesOthers && (
          <button type="button" onClick={() => setReasoning(true)} className={`shrink-0 ${TEXT_LINK}`}>
            {t("undoReasoned")}
          </button>
        )}
      </div>
      <Refusal refusal={reasoning ? null : request.refusal} />
      <LostServer lost={!reasoning && request.phase === "lost"} />
      {reasoning && (
        <ReasonDialog
          title={t("undoTitle", { number })}
          body={t("undoBody")}
          label={t("undo")}
          request={request}
          send={(reason) => request.run({ promiseId: promise.id, reason })}
          onDone={(value) => {
            setReasoning(false);
            onReopened(value);
          }}
          onClose={() => setReasoning(false)}
        />
      )}
    </li>
  );
}
