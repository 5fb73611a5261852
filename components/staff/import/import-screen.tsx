"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ColumnField } from "@/lib/queue/import/types";
import { Refusal } from "../refusal";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { ColumnChoice } from "./column-choice";
import { Outcome } from "./outcome";
import { useImport } from "./use-import";

/** Choose a file, see every row's verdict, say once what unknown columns hold, and only then write. */
export function ImportScreen({
  fields,
  limits,
  remember,
}: {
  fields: readonly ColumnField[];
  limits: { readonly mb: number; readonly rows: number };
  remember: Send<null>;
}) {
  const t = useTranslations("import");
  const id = useId();
  const { file, view, phase, refusal, lost, choose, look, write, forget } = useImport();
  const count = view ? view.counts.CREATED + view.counts.UPDATED : 0;
  return (
    <div className="mx-auto flex max-w-[1100px] flex-col gap-6">
      <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col gap-4 p-7`}>
        <div>
          <h1 id={`${id}-title`} className="text-title">
            {t("title")}
          </h1>
          <p className="mt-1 text-ink-soft">{t("lead")}</p>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <label
            className={`${buttonClass(file ? "secondary" : "primary")} relative cursor-pointer has-focus-visible:shadow-(--focus)`}
          >
            {t(file ? "again" : "choose")}
            <input
              type="file"
              accept=".csv,.txt,.tsv,text/csv"
              className="absolute inset-0 cursor-pointer opacity-0"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                event.target.value = "";
                forget();
                if (chosen) choose(chosen);
              }}
            />
          </label>
          <p className="text-ink-soft">{file?.name ?? t("limits", limits)}</p>
        </div>
        <p role="status" className={phase === "idle" ? "sr-only" : "text-ink-soft"}>
          {phase === "idle" ? "" : t(phase)}
        </p>
        <Refusal refusal={refusal} />
        <div role="alert" className={lost ? "" : "contents"}>
          {lost && <p className="font-strong text-amber">{t("lost")}</p>}
        </div>
      </section>
      {view !== null && (
        <Outcome view={view} fileName={file?.name ?? "import"}>
          {!view.written && view.problem === null && (
            <>
              {count === 0 && <p className="text-ink-soft">{t("nothing")}</p>}
              {count > 0 && (
                <button
                  type="button"
                  aria-busy={phase !== "idle"}
                  onClick={() => phase === "idle" && write()}
                  className={buttonClass("primary")}
                >
                  {t("write", { count })}
                </button>
              )}
            </>
          )}
        </Outcome>
      )}
      {view !== null && !view.written && view.columns.length > 0 && (
        <ColumnChoice
          key={file?.name}
          columns={view.columns}
          fields={fields}
          remember={remember}
          onRemembered={look}
        />
      )}
    </div>
  );
}
