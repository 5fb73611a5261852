import "server-only";
import type { AccountFigures, Cell, DayFigures, MonthFigures, Table } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { weekdayOf } from "@/lib/register/account/account-figures";
import { count, date, duration, left, quantile, right, text } from "./cells";

type Group = Pick<DayFigures, "tickets" | "vouchers" | "outageMs">;

const GROUP = [
  ...["tickets", "served", "unserved", "passed", "disrupted", "median", "ninetieth", "longest"],
  ...["issued", "confirmed", "withheld", "lapsed", "outage"],
] as const;

/** Room for each heading, in the units of a column of small numbers. */
const WIDTHS: Partial<Record<(typeof GROUP)[number], number>> = {
  ...{
    tickets: 1.6,
    served: 1.4,
    unserved: 1.3,
    disrupted: 1.6,
    median: 1.25,
    ninetieth: 1.1,
    longest: 1.85,
  },
  ...{ issued: 1.45, confirmed: 2, withheld: 1.75, lapsed: 1.25, outage: 1.65 },
};

const groupCells = ({ tickets, vouchers, outageMs }: Group): Cell[] => [
  ...[tickets.tickets, tickets.served, tickets.unserved, tickets.passed, tickets.disrupted].map(count),
  ...[tickets.waits.median, tickets.waits.ninetieth, tickets.waits.longest].map(quantile),
  ...[vouchers.issued, vouchers.confirmed, vouchers.withheld, vouchers.lapsed].map(count),
  duration(outageMs),
];

/** A row a month; a month without claims says so in words. */
export function monthTable({ months, total }: AccountFigures, words: ReportWords): Table {
  const { say } = words;
  const remark = ({ vouchers }: MonthFigures) =>
    vouchers.issued === 0 ? text(say("headline.nil")) : text("");
  return {
    key: "months",
    title: say("table.months"),
    columns: [
      left(say("column.month"), 3),
      right(say("column.serviceDays")),
      ...GROUP.map((key) => right(say(`column.${key}`), WIDTHS[key])),
      left(say("column.remark"), 2.4),
    ],
    rows: [
      ...months.map((month) => [
        text(words.month(month.month)),
        count(month.serviceDays),
        ...groupCells(month),
        remark(month),
      ]),
      [
        text(say("column.total")),
        count(months.reduce((sum, { serviceDays }) => sum + serviceDays, 0)),
        ...groupCells(total),
        text(""),
      ],
    ],
    totalled: true,
  };
}

/** A row a service day. */
export function dailyTable({ days, total }: AccountFigures, { say }: ReportWords): Table {
  return {
    key: "daily",
    title: say("table.daily"),
    columns: [
      left(say("column.date"), 2.3),
      left(say("column.weekday"), 1.3),
      ...GROUP.map((key) => right(say(`column.${key}`), WIDTHS[key])),
    ],
    rows: [
      ...days.map((day) => [date(day.date), text(say(`weekday.${weekdayOf(day.date)}`)), ...groupCells(day)]),
      [text(say("column.total")), text(""), ...groupCells(total)],
    ],
    totalled: true,
  };
}

/** A row an hour of a weekday. */
export function hourTable({ hours }: AccountFigures, { say }: ReportWords): Table {
  return {
    key: "hours",
    title: say("table.hours"),
    columns: [
      left(say("column.weekday")),
      left(say("column.hour"), 1),
      ...(["numbered", "passed", "median"] as const).map((key) => right(say(`column.${key}`))),
    ],
    rows: hours.map(({ weekday, hour, numbered, passed, median }) => [
      text(say(`weekday.${weekday}`)),
      text(`${String(hour).padStart(2, "0")}.00`),
      count(numbered),
      count(passed),
      quantile(median),
    ]),
  };
}

/** A row a quarter of an hour of waiting. */
export function waitTable({ bins }: AccountFigures, { say }: ReportWords): Table {
  return {
    key: "waits",
    title: say("table.waits"),
    columns: [
      ...(["from", "to"] as const).map((key) => right(say(`column.${key}`))),
      ...(["ended", "goingOn"] as const).map((key) => right(say(`column.${key}`))),
    ],
    rows: bins.map(({ fromMs, ended, goingOn }, index) => [
      duration(fromMs),
      duration(bins[index + 1]?.fromMs ?? null),
      count(ended),
      count(goingOn),
    ]),
  };
}
