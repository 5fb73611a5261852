import "server-only";
import { keptPromise } from "@/lib/register/account/kept-promise";
import type { AccountFigures, Cell, Table } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { count, duration, left, quantile, right, share, text } from "./cells";
import {
  clauseTable,
  decisionTable,
  dutyTable,
  outageTable,
  outcomeTable,
  souvenirTable,
} from "./outcome-tables";
import { dailyTable, hourTable, monthTable, waitTable } from "./time-tables";

/** The main figures, a row each. */
export function summaryTable(figures: AccountFigures, { say }: ReportWords): Table {
  const { total, apology, promises, souvenirs, outages } = figures;
  const { tickets, vouchers } = total;
  const { waits } = tickets;
  const { kept, known } = keptPromise(tickets);
  const rows: readonly (readonly [key: string, cell: Cell])[] = [
    ["serviceDays", count(figures.serviceDays)],
    ["tickets", count(tickets.tickets)],
    ["numbered", count(waits.count)],
    ["served", count(tickets.served)],
    ["unserved", count(tickets.unserved)],
    ["noNumber", count(tickets.noNumber)],
    ["unclear", count(tickets.unclear)],
    ["keptShare", share(kept, known)],
    ["passed", count(tickets.passed)],
    ["passedUnserved", count(tickets.passedUnserved)],
    ["disrupted", count(tickets.disrupted)],
    ["median", quantile(waits.median)],
    ["ninetieth", quantile(waits.ninetieth)],
    ["longest", quantile(waits.longest)],
    ["issued", count(vouchers.issued)],
    ["granted", count(vouchers.granted)],
    ["confirmed", count(vouchers.confirmed)],
    ["completed", count(vouchers.completed)],
    ["withheld", count(vouchers.withheld)],
    ["lapsed", count(vouchers.lapsed)],
    ["open", count(vouchers.open)],
    ["unclaimed", count(figures.unclaimed)],
    ["apologyMedian", duration(apology.medianMs)],
    ["apologyNinetieth", duration(apology.ninetiethMs)],
    ["apologyLongest", duration(apology.longestMs)],
    ["souvenirs", count(souvenirs.reduce((sum, { handedOut }) => sum + handedOut, 0))],
    ["promisesMade", count(promises.made)],
    ["promisesKept", count(promises.kept)],
    ["promisesOpen", count(promises.open)],
    ["outages", count(outages.length)],
    ["outageTime", duration(total.outageMs)],
  ];
  return {
    key: "summary",
    title: say("table.summary"),
    columns: [left(say("column.what"), 4), right(say("column.value"), 1.5)],
    rows: rows.map(([key, cell]) => [text(say(`row.${key}`)), cell]),
  };
}

/** Every table of an account. @param withReview F.2.g, too; never for a document */
export function reportTables(figures: AccountFigures, words: ReportWords, withReview: boolean): Table[] {
  return [
    summaryTable(figures, words),
    monthTable(figures, words),
    dailyTable(figures, words),
    hourTable(figures, words),
    waitTable(figures, words),
    outcomeTable(figures, words),
    clauseTable(figures, words, withReview),
    decisionTable(figures, words),
    dutyTable(figures, words),
    souvenirTable(figures, words),
    outageTable(figures, words),
  ];
}
