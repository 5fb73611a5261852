"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import type { ImportView } from "@/lib/queue/import/types";
import { buttonClass, SHEET } from "../styles";

const VERDICTS = ["CREATED", "UPDATED", "UNCHANGED", "STALE", "REFUSED"] as const;
const FIRST_ROWS = 200;

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** What a file would do, or did: counts, then row by row with those that cannot be taken first. */
export function Outcome({
  view,
  fileName,
  children,
}: {
  view: ImportView;
  fileName: string;
  children: ReactNode;
}) {
  const t = useTranslations("import");
  const id = useId();
  const sorted = [...view.rows].sort(
    (one, other) => Number(other.result === "REFUSED") - Number(one.result === "REFUSED"),
  );
  const shown = sorted.slice(0, FIRST_ROWS);
  const report = `${fileName.replace(/\.[^.]*$/, "")}.laporan.csv`;
  return (
    <section aria-labelledby={`${id}-title`} className={`${SHEET} flex flex-col gap-5 p-7`}>
      <h2 id={`${id}-title`} className="text-lead">
        {t(view.written ? "done" : "preview")}
      </h2>
      {view.problem !== null && (
        <p role="alert" className="rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
          {t(`problems.${view.problem}`)}
        </p>
      )}
      {view.problem === null && (
        <ul className="flex flex-wrap gap-3">
          {VERDICTS.map((verdict) => (
            <li
              key={verdict}
              data-verdict={verdict}
              className="rounded-field bg-paper-deep px-5 py-3 tabular-nums"
            >
              <strong className="font-head">{view.counts[verdict]}</strong> {t(`verdicts.${verdict}`)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {children}
        <button
          type="button"
          onClick={() => download(report, view.report)}
          className={buttonClass("secondary")}
        >
          {t("download")}
        </button>
      </div>
      {shown.length > 0 && (
        <div tabIndex={0} role="group" aria-labelledby={`${id}-title`} className="overflow-x-auto">
          <table className="w-full text-left">
            <thead>
              <tr className="border-b-2 border-line">
                {(["line", "ticket", "result", "reason"] as const).map((head) => (
                  <th key={head} scope="col" className="py-2 pr-5 font-head">
                    {t(`report.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.line} className="border-b border-line align-top">
                  <td className="py-2 pr-5 tabular-nums">{row.line}</td>
                  <td className="min-w-36 py-2 pr-5 break-all tabular-nums">{row.ticketId ?? ""}</td>
                  <td
                    className={`py-2 pr-5 font-strong whitespace-nowrap ${row.result === "REFUSED" ? "text-amber" : ""}`}
                  >
                    {t(`verdicts.${row.result}`)}
                  </td>
                  <td className="py-2">
                    {row.field !== null && t.has(`fields.${row.field}`) && (
                      <strong>{t(`fields.${row.field}`)}: </strong>
                    )}
                    {row.reason !== null &&
                      t(t.has(`reasons.${row.reason}`) ? `reasons.${row.reason}` : "reasons.OTHER")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sorted.length > shown.length && <p>{t("more", { count: sorted.length - shown.length })}</p>}
    </section>
  );
}
