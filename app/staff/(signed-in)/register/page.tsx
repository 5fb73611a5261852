import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseSearch } from "@/components/staff/register/case-search";
import { PeriodForm } from "@/components/staff/register/period-form";
import { RegisterList } from "@/components/staff/register/register-list";
import { PAGE, SHEET } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { periodPresets } from "@/lib/register/periods";
import { registerOfficers, registerPage, registerToday } from "@/lib/register/queries";
import { registerCounts } from "@/lib/register/register-counts";
import { readRegisterQuery } from "@/lib/register/schema";
import { findCasesAction } from "../../actions/register";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

/** The register of compensation over any period: lists, counts, filters and a search. No names on it. */
export default async function RegisterPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const account = await visitor("/staff/register");
  if (!account) return <NotAllowed page="/staff/register" />;
  const today = await registerToday();
  const query = readRegisterQuery(await searchParams, today);
  const [t, counts, page, officers] = await Promise.all([
    getTranslations("register"),
    registerCounts(query.period),
    registerPage({ account }, query),
    registerOfficers({ account }),
  ]);
  return (
    <div className={PAGE}>
      <section className={`${SHEET} flex flex-col gap-5 px-8 py-7`}>
        <div>
          <h1 className="text-title">{t("title")}</h1>
          <p className="mt-2 text-ink-soft">{t("lead")}</p>
        </div>
        <PeriodForm query={query} officers={officers} presets={periodPresets(today)} />
        <CaseSearch find={findCasesAction} period={query.period} />
      </section>
      <RegisterList query={query} counts={counts} page={page} />
    </div>
  );
}
