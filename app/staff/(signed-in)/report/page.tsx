import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ChartFigure } from "@/components/staff/report/chart-figure";
import { FigureTable } from "@/components/staff/report/figure-table";
import { Headline } from "@/components/staff/report/headline";
import { IssuePanel } from "@/components/staff/report/issue-panel";
import { PeriodPicker } from "@/components/staff/report/period-picker";
import { ReportList } from "@/components/staff/report/report-list";
import { buttonClass, PAGE, SHEET, TEXT_LINK } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { can } from "@/lib/access/rights";
import { officeSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reportCharts } from "@/lib/register/account/charts/report-charts";
import { periodsAround } from "@/lib/register/account/period";
import { latestReportOf, listReports, viewAccount } from "@/lib/register/account/queries";
import { periodInput, REPORT_FORMATS } from "@/lib/register/account/schema";
import { reportTables } from "@/lib/register/account/tables/report-tables";
import { reportWords } from "@/lib/register/account/words";
import { localDate } from "@/lib/rules/local-date";
import { issueReportAction } from "../../actions/report";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";
import { sayIn } from "./say";
import { choicesFor, headlineOf } from "./view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("title") };
}

/** As wide as an upright tablet leaves it, and a lying one beside the chart's words: a pixel is a pixel on both. */
const CANVAS = { width: 700, text: 16 } as const;
/** A year's days are for the files: nobody reads them on a tablet. */
const MOST_ROWS = 130;
const CANVASES = {
  waits: { ...CANVAS, height: 320 },
  heat: { ...CANVAS, height: 370 },
  trend: { ...CANVAS, height: 320 },
  compensation: { ...CANVAS, height: 300 },
};

/** The account of a period: figures, charts, tables, files, and the reports that were issued. */
export default async function ReportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const account = await visitor("/staff/report");
  if (!account) return <NotAllowed page="/staff/report" />;
  const [{ timeZone, zoneLabel }, locale, asked] = await Promise.all([
    officeSettings(),
    getLocale(),
    searchParams,
  ]);
  const today = localDate(now().getTime(), timeZone);
  const parsed = periodInput.safeParse(asked);
  const period = parsed.success ? parsed.data : periodsAround(today).month;
  const [say, figures, reports, earlier] = await Promise.all([
    sayIn(locale),
    viewAccount({ account }, period),
    listReports({ account }),
    latestReportOf({ account }, period),
  ]);
  const words = reportWords(say, locale, { timeZone, zoneLabel });
  const all = reportTables(figures, words, can(account.role, "review-flag.see"));
  const tables = all.filter(({ rows }) => rows.length <= MOST_ROWS);
  const charts = reportCharts(figures, words, CANVASES);
  const title = words.period(period);
  const over = period.to < today;
  const { choices, before, after } = choicesFor(period, today, words);
  const pages: readonly string[] = openPages(account.role);
  return (
    <div className={`${PAGE} flex flex-col gap-6`}>
      <div>
        <h1 className="text-title">{say("title")}</h1>
        <p className="mt-1 text-ink-soft">{say("lead")}</p>
      </div>
      <PeriodPicker
        title={title}
        period={period}
        choices={choices}
        before={before}
        after={after}
        words={{
          ...{ label: say("period.label"), before: say("period.before"), after: say("period.after") },
          ...{
            free: say("period.free"),
            from: say("period.from"),
            to: say("period.to"),
            show: say("period.show"),
          },
        }}
      />
      {!parsed.success && Object.keys(asked).length > 0 && (
        <p role="alert" className="rounded-field bg-amber-wash px-5 py-3.5 font-strong text-amber">
          {say("period.bad")}
        </p>
      )}
      {!over && (
        <p className="rounded-field bg-gold-wash px-5 py-3.5 font-strong">
          {period.from > today
            ? say("period.ahead")
            : say("period.running", { at: words.instant(figures.asOf) })}
        </p>
      )}
      <Headline label={say("headline.label")} figures={headlineOf(figures, words)} />
      {figures.total.tickets.tickets === 0 ? (
        <p className={`${SHEET} p-6 text-lead`}>{say("empty")}</p>
      ) : (
        <div className="flex flex-col gap-6">
          <ChartFigure chart={charts.waits} />
          <ChartFigure chart={charts.heat} />
          <ChartFigure chart={charts.trend} />
          <ChartFigure chart={charts.compensation} />
        </div>
      )}
      <div className="flex flex-col gap-3">
        {tables.map((table) => (
          <FigureTable key={table.key} table={table} write={words.cell} open={table.key === "summary"} />
        ))}
      </div>
      <div className="grid items-start gap-6 wide:grid-cols-2">
        <section aria-label={say("files.label")} className={`${SHEET} flex flex-col gap-4 p-6`}>
          <h2 className="text-lead">{`${say("files.label")}: ${title}`}</h2>
          <div className="flex flex-wrap gap-3">
            {REPORT_FORMATS.map((format) => (
              <a
                key={format}
                href={`/staff/report/file?format=${format}&from=${period.from}&to=${period.to}`}
                className={buttonClass("secondary")}
              >
                {say(`files.${format}`)}
              </a>
            ))}
          </div>
          {pages.includes("/staff/register") && (
            <Link href={`/staff/register?from=${period.from}&to=${period.to}`} className={TEXT_LINK}>
              {say("register")}
            </Link>
          )}
        </section>
        <section aria-label={say("issue.title")} className={`${SHEET} flex flex-col gap-4 p-6`}>
          <div>
            <h2 className="text-lead">{say("issue.title")}</h2>
            <p className="mt-1 text-ink-soft">{say("issue.lead")}</p>
          </div>
          {!can(account.role, "account.issue") && <p className="font-strong">{say("issue.onlyHead")}</p>}
          {can(account.role, "account.issue") && !over && (
            <p className="font-strong">{say("issue.notOver")}</p>
          )}
          {can(account.role, "account.issue") && over && (
            <NextIntlClientProvider messages={await catalogues(["common", "report"])}>
              <IssuePanel key={title} {...{ period, title, earlier }} issue={issueReportAction} />
            </NextIntlClientProvider>
          )}
          <ReportList
            reports={reports.map(({ id, number, period: of, issuedAt, issuedBy }) => ({
              ...{ id, number, period: words.period(of) },
              by: say("issue.by", { at: words.instant(issuedAt), who: issuedBy }),
            }))}
            words={{ list: say("issue.list"), none: say("issue.none"), files: say("files.label") }}
          />
        </section>
      </div>
    </div>
  );
}
