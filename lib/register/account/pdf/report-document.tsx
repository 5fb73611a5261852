import "server-only";
import { Document, Text, View } from "@react-pdf/renderer";
import { reportCharts } from "@/lib/register/account/charts/report-charts";
import {
  clauseTable,
  decisionTable,
  dutyTable,
  outageTable,
  outcomeTable,
  souvenirTable,
} from "@/lib/register/account/tables/outcome-tables";
import { summaryTable } from "@/lib/register/account/tables/report-tables";
import { dailyTable, monthTable } from "@/lib/register/account/tables/time-tables";
import type { AccountFigures, Cell, ReportOffice, Table } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { PdfPage } from "@/lib/register/pdf/page-frame";
import { mm, PDF_COLORS } from "@/lib/register/pdf/palette";
import { PdfChart } from "./pdf-chart";
import { PdfHalves, PdfTable } from "./pdf-table";
import { PdfSignature } from "./pdf-signature";

/** Where an issued report stands in the year's series, and since when; a draft has none. */
export interface IssuedAs {
  readonly number: string;
  readonly issuedAt: number;
  readonly sha256: string;
}

const WIDTH = mm(170);
const TEXT = 7.5;
const CANVASES = {
  compensation: { width: WIDTH, height: mm(37), text: 8.5 },
  waits: { width: WIDTH, height: mm(56), text: TEXT },
  heat: { width: WIDTH, height: mm(58), text: TEXT },
  trend: { width: WIDTH, height: mm(52), text: TEXT },
};
const DEFINITIONS = [
  "unit",
  "wait",
  "passed",
  "kept",
  "percentile",
  "disrupted",
  "vouchers",
  "apology",
  "souvenirs",
  "state",
];

/**
 * Paper is narrower than a screen: a day's weekday stands with its date, and a month without claims says so in the
 * place of their number.
 */
function onPaper(table: Table, words: ReportWords): Table {
  const { say } = words;
  const byMonth = table.key === "months";
  const vouchers = table.columns.findIndex(({ label }) => label === say("column.issued"));
  const left = byMonth ? [1, table.columns.length - 1] : [1];
  const keep = <T,>(list: readonly T[]) => list.filter((_, index) => !left.includes(index));
  const nil = (row: readonly Cell[]) =>
    row.map((cell, index) =>
      byMonth && index === vouchers && cell?.value === 0
        ? ({ kind: "text", value: say("unit.nil") } as const)
        : cell,
    );
  return {
    ...table,
    note: say("note.compact"),
    columns: keep(table.columns),
    rows: table.rows.map((row) => keep(nil(row))),
  };
}

function Draft({ word }: { word: string }) {
  return (
    <View fixed style={{ position: "absolute", top: mm(120), left: 0, right: 0, alignItems: "center" }}>
      <Text style={{ fontSize: 130, fontWeight: 800, color: "#f4f1eb", transform: "rotate(-32deg)" }}>
        {word}
      </Text>
    </View>
  );
}

function Title({
  figures,
  words,
  issued,
}: {
  figures: AccountFigures;
  words: ReportWords;
  issued: IssuedAs | null;
}) {
  const { say } = words;
  const number = issued
    ? say("document.number", { number: issued.number })
    : say("document.draftNote", { at: words.instant(figures.asOf) });
  return (
    <View style={{ alignItems: "center", marginBottom: mm(5) }}>
      <Text style={{ fontSize: 14, fontWeight: 800, textAlign: "center", marginBottom: 4 }}>
        {say("document.title").toUpperCase()}
      </Text>
      <Text style={{ fontSize: 10, textAlign: "center" }}>{say("document.about")}</Text>
      <Text style={{ fontSize: 10, marginTop: 6, fontWeight: issued ? 600 : 400 }}>{number}</Text>
      <Text style={{ fontSize: 11, fontWeight: 700, marginTop: 4 }}>
        {say("document.periodOf", { period: words.period(figures.period) })}
      </Text>
    </View>
  );
}

function Story({ figures, words }: { figures: AccountFigures; words: ReportWords }) {
  const { say, number } = words;
  const { tickets, vouchers } = figures.total;
  return (
    <View style={{ marginBottom: mm(4) }}>
      <Text style={{ fontSize: 10, lineHeight: 1.4 }}>
        {say(vouchers.issued === 0 ? "document.storyNil" : "document.story", {
          ...{
            tickets: number(tickets.tickets),
            days: number(figures.serviceDays),
            passed: number(tickets.passed),
          },
          ...{
            hours: words.duration(figures.promiseMs),
            issued: number(vouchers.issued),
            confirmed: number(vouchers.confirmed),
            unclaimed: number(figures.unclaimed),
          },
        })}
      </Text>
      <Text style={{ marginTop: 3, fontSize: 9, color: PDF_COLORS.inkSoft }}>
        {say("document.basis", { basis: figures.legalBasis })}
      </Text>
    </View>
  );
}

function Definitions({
  figures,
  words,
  closes,
}: {
  figures: AccountFigures;
  words: ReportWords;
  closes: string;
}) {
  const { say } = words;
  const values = { closes: closes.replace(":", "."), hours: words.duration(figures.promiseMs) };
  return (
    <View style={{ marginBottom: 10 }}>
      <Text minPresenceAhead={40} style={{ fontSize: 11, fontWeight: 700, marginBottom: 5 }}>
        {say("table.definitions")}
      </Text>
      {DEFINITIONS.map((key) => (
        <View key={key} wrap={false} style={{ flexDirection: "row", marginBottom: 1.5 }}>
          <Text style={{ width: 10, fontSize: 8.5 }}>•</Text>
          <Text style={{ flex: 1, fontSize: 8.5, lineHeight: 1.35 }}>
            {say(`definitions.${key}`, values)}
          </Text>
        </View>
      ))}
    </View>
  );
}

/** The report of a period as A4 pages: what happened, in words, charts and tables, how it is counted, and who signs. */
export function ReportDocument({
  figures,
  office,
  words,
  issued,
  sample = false,
}: {
  figures: AccountFigures;
  office: ReportOffice;
  words: ReportWords;
  issued: IssuedAs | null;
  /** The demo's: each page says that it is no real document. */
  sample?: boolean;
}) {
  const { say } = words;
  const charts = reportCharts(figures, words, CANVASES);
  const title = say("document.title");
  const foot = say("document.foot", { title, number: issued?.number ?? say("document.draft") });
  const byMonth = figures.months.length > 2;
  return (
    <Document
      title={`${title} ${issued?.number ?? say("document.draft")}`}
      author={office.name}
      language={words.locale}
    >
      <PdfPage
        office={office}
        foot={foot}
        sample={sample ? say("document.sample") : undefined}
        pageOf={(page, pages) => say("document.pageOf", { page, pages })}
      >
        {!issued && <Draft word={say("document.draft")} />}
        <Title figures={figures} words={words} issued={issued} />
        <Story figures={figures} words={words} />
        <PdfHalves table={summaryTable(figures, words)} words={words} />
        <PdfChart chart={charts.compensation} />
        <PdfChart chart={charts.waits} />
        <PdfChart chart={charts.heat} />
        <PdfChart chart={charts.trend} />
        <PdfTable
          table={onPaper(byMonth ? monthTable(figures, words) : dailyTable(figures, words), words)}
          words={words}
          size={7}
          narrow
          newPage={!byMonth}
        />
        <PdfTable table={outcomeTable(figures, words)} words={words} />
        <PdfTable table={clauseTable(figures, words, false)} words={words} />
        <PdfTable table={decisionTable(figures, words)} words={words} />
        <PdfTable table={dutyTable(figures, words)} words={words} />
        <PdfTable table={souvenirTable(figures, words)} words={words} />
        <PdfTable table={outageTable(figures, words)} words={words} size={7.5} narrow />
        {/* Who signs has something of the report above the name: no signature stands on a page alone. */}
        <View wrap={false}>
          <Definitions figures={figures} words={words} closes={office.closes} />
          <PdfSignature office={office} words={words} issued={issued} asOf={figures.asOf} />
        </View>
      </PdfPage>
    </Document>
  );
}
