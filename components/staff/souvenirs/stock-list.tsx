"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SouvenirRow } from "@/lib/vouchers/souvenirs/types";
import { buttonClass, SHEET } from "../styles";
import { AddItemForm } from "./add-item-form";
import type { SouvenirCommands } from "./commands";
import { StockForm, type StockTask } from "./stock-form";
import { StockRow } from "./stock-row";

type Doing = { readonly id: string; readonly task: StockTask } | "add" | null;

/** Every item with how many are left. Supervisors take in, count and set from here. */
export function StockList({
  items,
  manages,
  commands,
}: {
  items: readonly SouvenirRow[];
  manages: boolean;
  commands: Pick<SouvenirCommands, "add" | "change" | "count" | "deliver">;
}) {
  const t = useTranslations("souvenirs.stock");
  const [doing, setDoing] = useState<Doing>(null);
  const used = items.filter(({ retired }) => !retired);
  const retired = items.filter((item) => item.retired);
  const uncounted = used.filter(({ level }) => level === "NOT_COUNTED").length;
  const now = typeof doing === "object" && doing ? items.find(({ id }) => id === doing.id) : undefined;
  const rows = (some: readonly SouvenirRow[]) =>
    some.map((item) => (
      <StockRow
        key={item.id}
        item={item}
        onTask={manages ? (task) => setDoing({ id: item.id, task }) : null}
      />
    ));
  return (
    <section aria-labelledby="stock-title" className={`${SHEET} p-7`}>
      <div className="flex flex-wrap items-center gap-4">
        <h2 id="stock-title" className="mr-auto text-title">
          {t("title")}
        </h2>
        {manages && (
          <button type="button" onClick={() => setDoing("add")} className={buttonClass("secondary")}>
            {t("add")}
          </button>
        )}
      </div>
      {uncounted > 0 && (
        <p data-prompt="count" className="mt-4 rounded-field bg-gold-wash px-5 py-3">
          <strong className="font-head">{t("prompt", { count: uncounted })}.</strong>{" "}
          {t(manages ? "promptBody" : "promptOfficer")}
        </p>
      )}
      {used.length === 0 && <p className="mt-4 text-ink-soft">{t(manages ? "empty" : "emptyOfficer")}</p>}
      <ul className="mt-4">{rows(used)}</ul>
      {manages && retired.length > 0 && (
        <>
          <h3 className="mt-4 text-lead text-ink-soft">{t("retired")}</h3>
          <ul className="mt-2">{rows(retired)}</ul>
        </>
      )}
      {doing === "add" && <AddItemForm add={commands.add} onClose={() => setDoing(null)} />}
      {typeof doing === "object" && doing && now && (
        <StockForm
          key={`${doing.id} ${doing.task}`}
          item={now}
          task={doing.task}
          commands={commands}
          onClose={() => setDoing(null)}
        />
      )}
    </section>
  );
}
