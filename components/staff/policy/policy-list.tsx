"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { PolicyVersionRow } from "@/lib/office/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { PolicyFacts } from "./policy-facts";

export type PolicyRow = Omit<PolicyVersionRow, "byId"> & { readonly byName: string | null };

const STATE_TONE = {
  IN_FORCE: "bg-green-wash text-green",
  COMING: "bg-gold-wash text-gold-ink",
  PAST: "bg-paper-deep text-ink-soft",
  REPLACED: "bg-paper-deep text-ink-soft",
} as const;

/** Every version of the rules, the newest first: none is ever changed or taken away. */
export function PolicyList({ rows }: { rows: readonly PolicyRow[] }) {
  const t = useTranslations("policy");
  const format = useFormatter();
  const { day } = useWords();
  return (
    <section aria-labelledby="policy-versions" className={SHEET}>
      <h2 id="policy-versions" className="px-6 pt-5 text-lead">
        {t("versions")}
      </h2>
      <ul>
        {rows.map((row) => (
          <li
            key={row.version}
            data-policy={row.version}
            data-state={row.state}
            className="flex flex-col gap-3 border-t border-line px-6 py-4 first:border-t-0"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <h3 className="text-[20px]">{t("version", { version: row.version })}</h3>
              <span className={`rounded-round px-3 py-0.5 text-small font-strong ${STATE_TONE[row.state]}`}>
                {t(`state.${row.state}`, { day: `${day(row.validFrom)} ${row.validFrom.slice(0, 4)}` })}
              </span>
              <p className="text-small text-ink-soft">
                {t("by", {
                  name: row.byName ?? "none",
                  moment: format.dateTime(row.at, { dateStyle: "long" }),
                })}
              </p>
            </div>
            <PolicyFacts policy={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const READINGS = [
  "end",
  "breaks",
  "above",
  "outage",
  "earliest",
  "series",
  "once",
  "unknown",
  "provisional",
] as const;

/** What the decree leaves open and the product reads in one way: named as a reading, for the head to confirm (KETIGA). */
export function Readings() {
  const t = useTranslations("policy.readings");
  return (
    <section aria-labelledby="readings" className={`${SHEET} p-6`}>
      <h2 id="readings" className="text-lead">
        {t("title")}
      </h2>
      <p className="mt-1 text-ink-soft">{t("lead")}</p>
      <dl className="mt-4 flex flex-col">
        {READINGS.map((reading) => (
          <div key={reading} className="grid gap-x-4 border-t border-line py-2.5 wide:grid-cols-[300px_1fr]">
            <dt className="font-strong">{t(`${reading}.question`)}</dt>
            <dd>{t(`${reading}.answer`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
