import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Period, RegisterQuery } from "@/lib/register/types";
import { buttonClass, FIELD } from "../styles";
import { registerAddress } from "./register-address";

/** The period and the officer that the register is shown for. It works without a script: it is a form of its own page. */
export function PeriodForm({
  query,
  officers,
  presets,
}: {
  query: RegisterQuery;
  officers: readonly { readonly id: string; readonly name: string }[];
  presets: readonly { readonly key: "today" | "month" | "lastMonth"; readonly period: Period }[];
}) {
  const t = useTranslations("register.period");
  const { list, period, state, origin, outcome, ruling } = query;
  const kept = Object.entries({ list, state, origin, outcome, ruling }).filter(([, value]) => value !== null);
  const byOfficer = list === "vouchers" || list === "rulings";
  return (
    <form action="/staff/register" aria-label={t("label")}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      <div className="flex flex-wrap gap-2">
        {presets.map(({ key, period: preset }) => {
          const here = preset.from === period.from && preset.to === period.to;
          return (
            <Link
              key={key}
              href={registerAddress(query, { period: preset })}
              aria-current={here ? "true" : undefined}
              className={
                "flex min-h-12 items-center rounded-field px-4 font-strong whitespace-nowrap " +
                (here ? "bg-gold-wash font-head" : "text-ink-soft")
              }
            >
              {t(key)}
            </Link>
          );
        })}
      </div>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        {(["from", "to"] as const).map((end) => (
          <label key={end} className="flex-[1_1_11rem] text-small font-strong">
            {t(end)}
            <input
              key={period[end]}
              type="date"
              name={end}
              required
              min="2000-01-01"
              max="2099-12-31"
              defaultValue={period[end]}
              className={`${FIELD} mt-1 text-body tabular-nums`}
            />
          </label>
        ))}
        {byOfficer && (
          <label className="flex-[2_1_13rem] text-small font-strong">
            {t("officer")}
            <select name="officer" defaultValue={query.officerId ?? ""} className={`${FIELD} mt-1 text-body`}>
              <option value="">{t("everybody")}</option>
              {officers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" className={buttonClass("primary")}>
          {t("show")}
        </button>
      </div>
    </form>
  );
}
