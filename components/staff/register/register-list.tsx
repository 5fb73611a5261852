import { useTranslations } from "next-intl";
import Link from "next/link";
import type { RegisterCounts, RegisterPage, RegisterQuery } from "@/lib/register/types";
import { buttonClass, SHEET } from "../styles";
import { NO_FILTERS, registerAddress } from "./register-address";
import { RegisterRows } from "./register-rows";

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, one) => total + one, 0);

const entries = <Key extends string>(counts: Readonly<Record<Key, number>>) =>
  Object.entries(counts) as [Key, number][];

const CHIP = "flex min-h-12 items-center gap-2.5 rounded-field px-4 font-strong whitespace-nowrap ";
const chip = (here: boolean) =>
  CHIP + (here ? "bg-ink text-on-navy" : "shadow-[inset_0_0_0_2px_var(--color-line-strong)]");

interface Choice {
  readonly label: string;
  readonly count: number;
  readonly changes: Partial<RegisterQuery>;
  readonly here: boolean;
}

/** The choices within a list, with their counts. Each is the length of the list that it leads to, over all officers. */
function useChoices(query: RegisterQuery, { vouchers, decisions, rulings }: RegisterCounts): Choice[] {
  const t = useTranslations("register");
  const states = useTranslations("staff.state");
  const { list, state, origin, outcome, ruling } = query;
  const none = { state: null, origin: null, outcome: null, ruling: null };
  const make = (label: string, count: number, changes: Partial<RegisterQuery>, here: boolean) => ({
    label,
    count,
    changes: { ...none, ...changes },
    here,
  });
  if (list === "vouchers") {
    const all = sum(vouchers.KIOSK) + sum(vouchers.GRANT);
    return [
      make(t("all"), all, {}, state === null && origin === null),
      ...(["ISSUED", "CONFIRMED", "COMPLETED", "WITHHELD", "LAPSED"] as const).map((one) =>
        make(states(one), vouchers.KIOSK[one] + vouchers.GRANT[one], { state: one }, state === one),
      ),
      make(t("origin.GRANT"), sum(vouchers.GRANT), { origin: "GRANT" }, origin === "GRANT"),
    ];
  }
  if (list === "decisions") {
    return [
      make(t("all"), sum(decisions), {}, outcome === null),
      ...entries(decisions).map(([one, count]) =>
        make(t(`outcome.${one}`), count, { outcome: one }, outcome === one),
      ),
    ];
  }
  if (list === "rulings")
    return [
      make(t("all"), sum(rulings), {}, ruling === null),
      ...entries(rulings).map(([one, count]) =>
        make(t(`ruling.${one}`), count, { ruling: one }, ruling === one),
      ),
    ];
  return [];
}

/** One list of the register with its siblings, its filters and its rows. */
export function RegisterList({
  query,
  counts,
  page,
}: {
  query: RegisterQuery;
  counts: RegisterCounts;
  page: RegisterPage;
}) {
  const t = useTranslations("register");
  const choices = useChoices(query, counts);
  const { list } = query;
  const counted = {
    vouchers: sum(counts.vouchers.KIOSK) + sum(counts.vouchers.GRANT),
    near: counts.nearMisses,
    decisions: sum(counts.decisions),
    rulings: sum(counts.rulings),
  };
  return (
    <section aria-labelledby="register-list" className={`${SHEET} mt-6 px-8 py-7`}>
      <nav aria-label={t("lists.label")} className="flex flex-wrap gap-2">
        {entries(counted).map(([one, count]) => (
          <Link
            key={one}
            href={registerAddress(query, { ...NO_FILTERS, list: one })}
            aria-current={one === list ? "true" : undefined}
            className={chip(one === list)}
          >
            {t(`lists.${one}`)} <span className="tabular-nums">{count}</span>
          </Link>
        ))}
      </nav>
      <h2 id="register-list" className="sr-only">
        {t(`lists.${list}`)}
      </h2>
      <p className="mt-4 text-ink-soft">{t(`about.${list}`)}</p>
      {choices.length > 0 && (
        <nav aria-label={t("filter")} className="mt-4 flex flex-wrap gap-x-1 gap-y-1">
          {choices.map(({ label, count, changes, here }) => (
            <Link
              key={label}
              href={registerAddress(query, changes)}
              aria-current={here ? "true" : undefined}
              className={
                "flex min-h-12 items-center gap-2 rounded-field px-3 text-small whitespace-nowrap " +
                (here ? "bg-gold-wash font-head" : "font-strong text-ink-soft")
              }
            >
              {label} <span className="tabular-nums">{count}</span>
            </Link>
          ))}
        </nav>
      )}
      {page.rows.length === 0 && <p className="py-10 text-ink-soft">{t("none")}</p>}
      <RegisterRows rows={page.rows} />
      {(page.next !== null || query.after !== null) && (
        <p className="mt-6 flex flex-wrap gap-3">
          {page.next !== null && (
            <Link href={registerAddress(query, { after: page.next })} className={buttonClass("primary")}>
              {t("more")}
            </Link>
          )}
          {query.after !== null && (
            <Link href={registerAddress(query)} className={buttonClass("secondary")}>
              {t("first")}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
