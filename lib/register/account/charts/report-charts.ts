import "server-only";
import type { AccountFigures } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { rowsDrawing, trendDrawing } from "./bar-charts";
import { heatDrawing } from "./heat-chart";
import type { Canvas, Chart } from "./types";
import { waitDrawing } from "./wait-chart";

/** How large each chart is drawn: pixels on a screen, points on paper. */
export interface Canvases {
  readonly waits: Canvas;
  readonly heat: Canvas;
  readonly trend: Canvas;
  readonly compensation: Canvas;
}

type Build = (figures: AccountFigures, words: ReportWords, canvas: Canvas) => Chart;

const waits: Build = (figures, words, canvas) => {
  const { say, number } = words;
  const { tickets } = figures.total;
  const hours = words.duration(figures.promiseMs);
  return {
    key: "waits",
    title: say("chart.waits"),
    summary: say("chart.waitsSummary", {
      passed: number(tickets.passed),
      count: number(tickets.waits.count),
    }),
    drawing: waitDrawing(figures, canvas, {
      number,
      hours: (value) => say("unit.hours", { hours: value }),
      promise: say("chart.promise", { hours }),
    }),
    legend: [
      { fill: "shade2", label: say("chart.within") },
      { fill: "ink", label: say("chart.beyond") },
      { fill: "paper", outlined: true, label: say("chart.goingOn") },
    ],
  };
};

const heat: Build = (figures, { say, number }, canvas) => ({
  key: "heat",
  title: say("chart.heat"),
  summary: say("chart.heatSummary"),
  drawing: heatDrawing(figures.hours, canvas, { weekday: (iso) => say(`weekday.${iso}`), number }),
  legend: (["paper", "shade1", "shade3", "soft", "ink"] as const).map((fill, index) => ({
    fill,
    outlined: index === 0,
    label: say(`chart.heat${index}`),
  })),
});

/** A column a month where the period has several, and else a day. */
const trend: Build = (figures, words, canvas) => {
  const { say } = words;
  const byMonth = figures.months.length > 2;
  const columns = byMonth
    ? figures.months.map(({ month, tickets }) => ({ label: words.shortMonth(month), tickets }))
    : figures.days.map(({ date, tickets }) => ({ label: String(Number(date.slice(8))), tickets }));
  return {
    key: "trend",
    title: say(byMonth ? "chart.months" : "chart.days"),
    summary: say("chart.trendSummary"),
    drawing: trendDrawing(
      columns.map(({ label, tickets }) => ({
        label,
        within: tickets.waits.count - tickets.passed,
        passed: tickets.passed,
      })),
      canvas,
      words.number,
    ),
    legend: [
      { fill: "shade2", label: say("chart.within") },
      { fill: "ink", label: say("chart.beyond") },
    ],
  };
};

const compensation: Build = (figures, { say, number }, canvas) => {
  const { tickets, vouchers } = figures.total;
  const rows = [
    { label: say("column.passed"), value: tickets.passed, fill: "ink" },
    { label: say("column.issued"), value: vouchers.issued, fill: "soft" },
    { label: say("column.confirmed"), value: vouchers.confirmed, fill: "shade3" },
    { label: say("column.completed"), value: vouchers.completed, fill: "shade3" },
    { label: say("column.lapsed"), value: vouchers.lapsed, fill: "shade1" },
    { label: say("column.withheld"), value: vouchers.withheld, fill: "shade1" },
    { label: say("column.unclaimed"), value: figures.unclaimed, fill: "shade1" },
  ] as const;
  return {
    key: "compensation",
    title: say("chart.compensation"),
    summary: say("chart.compensationSummary", {
      passed: number(tickets.passed),
      issued: number(vouchers.issued),
      completed: number(vouchers.completed),
      unclaimed: number(figures.unclaimed),
    }),
    drawing: rowsDrawing(rows, canvas, number),
    legend: [],
  };
};

/** The charts of an account, each with its words. */
export function reportCharts(
  figures: AccountFigures,
  words: ReportWords,
  canvases: Canvases,
): Readonly<Record<keyof Canvases, Chart>> {
  return {
    waits: waits(figures, words, canvases.waits),
    heat: heat(figures, words, canvases.heat),
    trend: trend(figures, words, canvases.trend),
    compensation: compensation(figures, words, canvases.compensation),
  };
}
