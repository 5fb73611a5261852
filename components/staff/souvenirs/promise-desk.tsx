"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PromiseView, SouvenirBoard } from "@/lib/vouchers/souvenirs/types";
import { SHEET, TEXT_LINK } from "../styles";
import { useRequest } from "../use-request";
import { useScanner } from "../use-scanner";
import type { SouvenirCommands } from "./commands";
import { KeptPromise } from "./kept-promise";
import { OpenPromise } from "./open-promise";
import { PromiseSearch } from "./promise-search";

/** Finds a promise by its slip, and hands over what was promised. What is asked for never enters an address. */
export function PromiseDesk({
  board,
  undoesOthers,
  commands,
}: {
  board: SouvenirBoard;
  undoesOthers: boolean;
  commands: Pick<SouvenirCommands, "find" | "keep" | "reopen">;
}) {
  const t = useTranslations("souvenirs.promises");
  const request = useRequest("find-promises", commands.find, { keyed: false });
  const [found, setFound] = useState<readonly PromiseView[] | null>(null);
  const look = async (query: string) => {
    const answer = await request.run({ query });
    if (answer?.ok) setFound(answer.value);
  };
  useScanner((text) => void look(text));
  // What was found stays true while the page goes on: a promise that was kept meanwhile is shown as that.
  const newest = new Map([...board.open, ...board.keptToday].map((promise) => [promise.id, promise]));
  const shown = found?.map((promise) => newest.get(promise.id) ?? promise);
  const open = shown ? shown.filter(({ state }) => state === "OPEN") : board.open;
  const kept = shown ? shown.filter(({ state }) => state === "KEPT") : board.keptToday;
  const items = board.items.filter(({ retired }) => !retired);
  /** A hand-over tells at once what the page will know in a moment. */
  const follow = (answered: PromiseView) =>
    setFound((before) => before?.map((one) => (one.id === answered.id ? answered : one)) ?? null);
  return (
    <section aria-labelledby="promises-title" className={`${SHEET} min-w-0 p-7`}>
      <h2 id="promises-title" className="text-title">
        {t("title")}
      </h2>
      <PromiseSearch request={request} onLook={look} />
      {shown && (
        <div role="status" className="mt-4 flex flex-wrap items-center gap-x-5">
          <p className="font-strong">
            {shown.length === 0 ? t("notFound") : t("found", { count: shown.length })}
          </p>
          <button type="button" onClick={() => setFound(null)} className={TEXT_LINK}>
            {t("all")}
          </button>
        </div>
      )}
      {!shown && open.length === 0 && (
        <div className="mt-5">
          <p className="font-strong">{t("none")}</p>
          <p className="mt-1 text-ink-soft">{t("noneHint")}</p>
        </div>
      )}
      {open.length > 0 && (
        <ul className="mt-4">
          {open.map((promise) => (
            <OpenPromise
              key={promise.id}
              promise={promise}
              items={items}
              keep={commands.keep}
              onKept={follow}
            />
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <>
          <h3 className="mt-6 text-lead">{t("keptTitle")}</h3>
          <ul className="mt-2 flex flex-col gap-2">
            {kept.map((promise) => (
              <KeptPromise
                key={promise.id}
                promise={promise}
                now={board.now}
                undoesOthers={undoesOthers}
                reopen={commands.reopen}
                onReopened={follow}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
