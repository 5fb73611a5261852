"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ColumnField, ColumnView } from "@/lib/queue/import/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, FIELD, SHEET } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";

type Choice = ColumnField | "-" | "";

/** What each column holds: guessed from its heading, corrected once, remembered for every later file. */
export function ColumnChoice({
  columns,
  fields,
  remember,
  onRemembered,
}: {
  columns: readonly ColumnView[];
  fields: readonly ColumnField[];
  remember: Send<null>;
  onRemembered: () => void;
}) {
  const t = useTranslations("import");
  const id = useId();
  const request = useRequest("remember-columns", remember, { keyed: false });
  const [chosen, setChosen] = useState<readonly Choice[]>(columns.map(({ field }) => field ?? ""));
  const save = async () => {
    const told = columns.flatMap(({ heading }, place) => {
      const field = chosen[place];
      return heading !== "" && field ? [{ heading, field }] : [];
    });
    if (told.length > 0 && (await request.run({ columns: told }))?.ok) onRemembered();
  };
  return (
    <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col gap-4 p-7`}>
      <div>
        <h2 id={`${id}-title`} className="text-lead">
          {t("columnsTitle")}
        </h2>
        <p className="mt-1 text-ink-soft">{t("columnsLead")}</p>
      </div>
      <div className="grid gap-4 wide:grid-cols-2">
        {columns.map(({ heading }, place) => (
          <label key={place} className="flex flex-col gap-1">
            <span className="font-strong">{heading === "" ? `(${place + 1})` : heading}</span>
            <select
              value={chosen[place]}
              onChange={(event) =>
                setChosen(
                  chosen.map((field, other) => (other === place ? (event.target.value as Choice) : field)),
                )
              }
              className={`${FIELD} text-body`}
            >
              <option value="">{t("unknown")}</option>
              <option value="-">{t("leftOut")}</option>
              {fields.map((field) => (
                <option key={field} value={field}>
                  {t(`fields.${field}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
      <button
        type="button"
        aria-busy={request.phase !== "idle"}
        onClick={() => void save()}
        className={`${buttonClass("secondary")} self-start`}
      >
        {t(request.phase === "idle" ? "saveColumns" : "saving")}
      </button>
    </section>
  );
}
