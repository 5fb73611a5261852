import "server-only";
import type { AccountFigures, Table } from "@/lib/register/account/types";
import type { ReportWords } from "@/lib/register/account/words";
import { count, duration, instant, left, right, text } from "./cells";

/** What the rules say of each ticket at its day's end, and how many of them have a voucher. */
export function outcomeTable({ outcomes }: AccountFigures, { say }: ReportWords): Table {
  return {
    key: "outcomes",
    title: say("table.outcomes"),
    columns: [left(say("column.outcome"), 4), right(say("column.tickets")), right(say("column.vouchers"))],
    rows: outcomes.map(({ outcome, tickets, vouchers }) => [
      text(say(`outcome.${outcome}`)),
      count(tickets),
      count(vouchers),
    ]),
  };
}

/** What a document tells clause by clause: beside the outcomes, a, c and e without g would let anybody subtract g. */
const TOLD_ALONE: ReadonlySet<string> = new Set(["F.2.b", "F.2.f"]);

/**
 * The clauses over the tickets above the promise.
 * @param withReview all of them: never in a document, which leaves the circle of those who may know F.2.g's counts
 */
export function clauseTable({ clauses }: AccountFigures, { say }: ReportWords, withReview: boolean): Table {
  const results = ["MET", "NOT_MET", "UNKNOWN", "NOT_REACHED"] as const;
  return {
    key: "clauses",
    title: say("table.clauses"),
    note: say(withReview ? "note.clausesPage" : "note.clauses"),
    columns: [left(say("column.clause"), 4), ...results.map((result) => right(say(`column.${result}`)))],
    rows: clauses
      .filter(({ clause }) => withReview || TOLD_ALONE.has(clause))
      .map((figures) => [
        text(say(`clause.${figures.clause.replaceAll(".", "")}`)),
        ...results.map((result) => count(figures[result])),
      ]),
  };
}

/** Every evaluation in the register. */
export function decisionTable({ decisions }: AccountFigures, { say }: ReportWords): Table {
  const sources = ["kiosk", "confirmation", "officer"] as const;
  return {
    key: "decisions",
    title: say("table.decisions"),
    note: say("note.decisions"),
    columns: [left(say("column.outcome"), 4), ...sources.map((source) => right(say(`column.${source}`)))],
    rows: decisions.map((figures) => [
      text(say(`outcome.${figures.outcome}`)),
      ...sources.map((source) => count(figures[source])),
    ]),
  };
}

/** The three parts of the compensation. */
export function dutyTable({ duties }: AccountFigures, { say }: ReportWords): Table {
  const states = ["done", "promised", "settled", "open"] as const;
  return {
    key: "duties",
    title: say("table.duties"),
    columns: [left(say("column.duty"), 4), ...states.map((state) => right(say(`column.${state}`)))],
    rows: duties.map((figures) => [
      text(say(`duty.${figures.step}`)),
      ...states.map((state) => count(figures[state])),
    ]),
  };
}

/** What moved of each souvenir. */
export function souvenirTable({ souvenirs }: AccountFigures, { say }: ReportWords): Table {
  const columns = ["delivered", "handedOut", "corrected", "stock"] as const;
  return {
    key: "souvenirs",
    title: say("table.souvenirs"),
    ...(souvenirs.length === 0 ? { note: say("note.nilSouvenirs") } : {}),
    columns: [left(say("column.item"), 4), ...columns.map((column) => right(say(`column.${column}`)))],
    rows: souvenirs.map((item) => [
      text(item.name),
      count(item.delivered),
      count(item.handedOut),
      count(item.corrected),
      item.stock === null ? null : count(item.stock),
    ]),
  };
}

/** Every outage that touched the period. */
export function outageTable({ outages }: AccountFigures, { say }: ReportWords): Table {
  return {
    key: "outages",
    title: say("table.outages"),
    ...(outages.length === 0 ? { note: say("note.nilOutages") } : {}),
    columns: [
      left(say("column.startedAt"), 2.35),
      left(say("column.endedAt"), 2.35),
      left(say("column.system"), 1.9),
      left(say("column.reason"), 4.6),
      right(say("column.length"), 1.2),
      right(say("column.touched"), 1.1),
      right(say("column.passed")),
    ],
    rows: outages.map(({ system, reason, startedAt, endedAt, officeMs, touched, passed }) => [
      instant(startedAt),
      endedAt === null ? text(say("column.goingOnOutage")) : instant(endedAt),
      text(system),
      text(reason),
      duration(officeMs),
      count(touched),
      count(passed),
    ]),
  };
}
