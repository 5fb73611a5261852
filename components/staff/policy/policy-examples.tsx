"use client";

import { useTranslations } from "next-intl";
import type { PolicyPreview } from "@/lib/office/types";
import { useWords } from "../use-words";

/** What the draft would decide of invented applicants, beside what is decided without it. */
export function PolicyExamples({ preview: { examples, silentAlerts } }: { preview: PolicyPreview }) {
  const t = useTranslations("policy");
  const { wait } = useWords();
  const changed = examples.filter(({ before, after }) => before !== after).length;
  return (
    <section aria-labelledby="examples" data-examples className="rounded-field bg-paper-deep p-5">
      <h3 id="examples" className="text-[20px]">
        {t("examples.title")}
      </h3>
      <p className="mt-1">{t("examples.changed", { count: changed })}</p>
      {silentAlerts.length > 0 && (
        <p className="mt-2 font-strong text-amber">
          {t("examples.silentAlerts", { minutes: silentAlerts.join(", ") })}
        </p>
      )}
      <table className="mt-3 w-full text-left leading-snug">
        <thead>
          <tr className="text-small text-ink-soft">
            <th scope="col" className="py-2 pr-4">
              {t("examples.who")}
            </th>
            <th scope="col" className="py-2 pr-4">
              {t("examples.before")}
            </th>
            <th scope="col" className="py-2">
              {t("examples.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map((one) => {
            const differs = one.before !== one.after;
            return (
              <tr
                key={`${one.type} ${one.channel} ${one.reason ?? ""} ${one.waitedMs}`}
                data-differs={differs || undefined}
                className={`border-t border-line ${differs ? "bg-gold-wash font-strong" : ""}`}
              >
                <td className="py-2 pr-4 pl-2">
                  {[
                    t(`type.${one.type}`),
                    ...(one.reason === null ? [] : [t(`reason.${one.reason}`)]),
                    t(`channel.${one.channel}`),
                    t("examples.waited", { wait: wait(one.waitedMs) }),
                  ].join(", ")}
                </td>
                <td className="py-2 pr-4">{one.before === null ? "–" : t(`outcome.${one.before}`)}</td>
                <td className="py-2 pr-2">
                  {differs && <span aria-hidden="true">→ </span>}
                  {t(`outcome.${one.after}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-3 text-small text-ink-soft">{t("examples.note")}</p>
    </section>
  );
}
