"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PromiseView, SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { SouvenirChoice } from "../voucher/souvenir-choice";
import { useDayOf } from "./use-day-of";

/** A promise to keep: whose it is, what was promised, and in two taps the hand-over of that or another item. */
export function OpenPromise({
  promise,
  items,
  keep,
  onKept,
}: {
  promise: PromiseView;
  items: readonly SouvenirItem[];
  keep: Send<PromiseView>;
  onKept: (promise: PromiseView) => void;
}) {
  const t = useTranslations("souvenirs.promises");
  const dayOf = useDayOf();
  const request = useRequest("keep-promise", keep);
  const [giving, setGiving] = useState(false);
  const [chosenId, setChosenId] = useState(promise.souvenirId);
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0];
  const out = chosen === undefined || chosen.level === "NONE_LEFT";
  const sending = request.phase !== "idle";
  const { number, queueNumber, last4, shortCode } = promise;
  const give = async () => {
    if (out) return;
    const answer = await request.run({ promiseId: promise.id, souvenirId: chosen.id });
    if (!answer?.ok) return;
    setGiving(false);
    onKept(answer.value);
  };
  return (
    <li data-promise={number} className="flex flex-col gap-3 border-t border-line py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <strong className="text-[26px] leading-tight font-number tracking-(--tracking-number) tabular-nums">
              {number}
            </strong>
            <span className="font-strong tabular-nums">
              {t("code", { code: `${shortCode.slice(0, 4)}-${shortCode.slice(4)}` })}
            </span>
          </p>
          <p>{t("promised", { item: promise.item, day: dayOf(promise.promisedAt) })}</p>
          <p className="text-small text-ink-soft">
            {t("who", { queue: queueNumber, last4: last4 ?? "none" })}
          </p>
        </div>
        <button
          type="button"
          aria-expanded={giving}
          aria-label={giving ? undefined : `${t("give")}: ${number}`}
          onClick={() => setGiving(!giving)}
          className={buttonClass(giving ? "waiting" : "secondary")}
        >
          {t(giving ? "giveCancel" : "give")}
        </button>
      </div>
      {giving && (
        <div className="flex flex-col gap-3">
          <SouvenirChoice
            items={items}
            chosen={chosen?.id ?? ""}
            onChoose={setChosenId}
            legend={t("choose", { number })}
          />
          {chosen && out && <p className="text-amber">{t("giveNone", { item: chosen.name })}</p>}
          <button
            type="button"
            aria-busy={sending}
            aria-disabled={out}
            onClick={() => void give()}
            className={buttonClass(out ? "waiting" : "primary", "large")}
          >
            {t("giveDo")}
          </button>
        </div>
      )}
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
    </li>
  );
}
