import "server-only";
import { localDate } from "@/lib/rules/local-date";
import { overlaps } from "@/lib/rules/outage-overlap";
import { CLAUSES, OUTCOMES } from "@/lib/rules/types";
import { apologyFigures, dutyFigures, souvenirFigures } from "./compensation-figures";
import { count, groupBy, ticketFigures, voucherFigures, waitBins, waitFigures } from "./group-figures";
import { judgeTickets, policyFor, type JudgedTicket } from "./judge-tickets";
import { officeDays, outageMsOf, type OfficeDay } from "./office-days";
import { monthsOf } from "./period";
import type { AccountRows, DecisionCount } from "./rows";
import type {
  AccountFigures,
  ClauseFigures,
  DecisionFigures,
  HourFigures,
  OutageFigures,
  OutcomeFigures,
} from "./types";

/** Monday is 1. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

function hourFigures(judged: readonly JudgedTicket[]): HourFigures[] {
  const numbered = judged.filter(({ hour, kind }) => hour !== null && kind !== "UNCLEAR");
  const cells = groupBy(numbered, ({ ticket, hour }) => weekdayOf(ticket.serviceDate) * 24 + (hour ?? 0));
  return [...cells]
    .sort(([one], [other]) => one - other)
    .map(([cell, tickets]) => ({
      weekday: Math.floor(cell / 24),
      hour: cell % 24,
      numbered: tickets.length,
      passed: count(tickets, ({ passed }) => passed),
      median: waitFigures(tickets).median,
    }));
}

function outcomeFigures(judged: readonly JudgedTicket[]): OutcomeFigures[] {
  return OUTCOMES.map((outcome) => {
    const tickets = judged.filter(({ evaluation }) => evaluation.outcome === outcome);
    return { outcome, tickets: tickets.length, vouchers: count(tickets, ({ voucher }) => voucher !== null) };
  }).filter(({ tickets }) => tickets > 0);
}

function clauseFigures(judged: readonly JudgedTicket[]): ClauseFigures[] {
  const passed = judged.filter((one) => one.passed);
  return CLAUSES.map((clause) => {
    const figures = { MET: 0, NOT_MET: 0, UNKNOWN: 0, NOT_REACHED: 0 };
    for (const { evaluation } of passed) figures[evaluation.clauses[clause]] += 1;
    return { clause, ...figures };
  });
}

function decisionFigures(decisions: readonly DecisionCount[]): DecisionFigures[] {
  return OUTCOMES.map((outcome) => {
    const of = (source: DecisionCount["source"]) =>
      decisions
        .filter((one) => one.outcome === outcome && one.source === source)
        .reduce((sum, one) => sum + one.count, 0);
    return { outcome, kiosk: of("KIOSK"), confirmation: of("CONFIRMATION"), officer: of("OFFICER") };
  }).filter(({ kiosk, confirmation, officer }) => kiosk + confirmation + officer > 0);
}

function outageFigures(
  rows: AccountRows,
  days: readonly OfficeDay[],
  byDate: ReadonlyMap<string, readonly JudgedTicket[]>,
): OutageFigures[] {
  return rows.outages.flatMap((outage) => {
    const { system, reason, startedAt, endedAt } = outage;
    const on = days.filter(({ outages }) => outages.includes(outage));
    if (on.length === 0) return [];
    const span = { from: startedAt, until: endedAt ?? Infinity };
    const touched = on
      .flatMap(({ date }) => byDate.get(date) ?? [])
      .filter(({ ticket: { biometricTicketAt: from }, kind, promiseMs, at }) => {
        if (from === null || kind === "UNCLEAR" || startedAt > at) return false;
        return overlaps({ from, until: from + promiseMs }, span);
      });
    const officeMs = on.reduce((sum, day) => sum + outageMsOf(day, [outage], rows.asOf), 0);
    const passed = count(touched, (one) => one.passed);
    return [{ system, reason, startedAt, endedAt, officeMs, touched: touched.length, passed }];
  });
}

/**
 * The account of a period, from rows alone. A ticket is one biometric queue number of one service date; each is judged by
 * itself at its day's end (see `judgeTickets`) under the policy in force on that date. What counts as what stands with the
 * figures in types.ts. Pure.
 */
export function accountFigures(rows: AccountRows): AccountFigures {
  const { period, asOf, timeZone, policies, vouchers } = rows;
  const dates = [
    ...new Set([
      ...rows.serviceDates,
      ...rows.tickets.map(({ serviceDate }) => serviceDate),
      ...vouchers.map(({ serviceDate }) => serviceDate),
    ]),
  ].sort();
  const days = officeDays(dates, rows, rows.outages);
  const judged = judgeTickets(rows, days);
  const ticketsOn = groupBy(judged, ({ ticket }) => ticket.serviceDate);
  const vouchersOn = groupBy(vouchers, ({ serviceDate }) => serviceDate);
  const all = [...days.values()];
  const group = (of: readonly OfficeDay[]) => ({
    tickets: ticketFigures(of.flatMap(({ date }) => ticketsOn.get(date) ?? [])),
    vouchers: voucherFigures(of.flatMap(({ date }) => vouchersOn.get(date) ?? [])),
    outageMs: of.reduce((sum, day) => sum + outageMsOf(day, day.outages, asOf), 0),
  });
  const inForce = policyFor(period.to, policies);
  const counted = new Set(rows.serviceDates);
  const today = localDate(asOf, timeZone);
  const known = { from: period.from, to: today < period.to ? today : period.to };
  return {
    period,
    asOf,
    timeZone,
    promiseMs: inForce.thresholdMs,
    legalBasis: inForce.legalBasis,
    serviceDays: rows.serviceDates.length,
    total: group(all),
    days: all.map((day) => ({ date: day.date, ...group([day]) })),
    months: monthsOf(known).map((month) => {
      const within = all.filter(({ date }) => date.startsWith(month));
      return { month, serviceDays: count(within, ({ date }) => counted.has(date)), ...group(within) };
    }),
    hours: hourFigures(judged),
    bins: waitBins(judged),
    outcomes: outcomeFigures(judged),
    unclaimed: count(judged, (one) => one.evaluation.outcome === "ELIGIBLE" && one.voucher === null),
    clauses: clauseFigures(judged),
    decisions: decisionFigures(rows.decisions),
    duties: dutyFigures(vouchers),
    apology: apologyFigures(vouchers),
    souvenirs: souvenirFigures(rows.souvenirs),
    promises: rows.promises,
    outages: outageFigures(rows, all, ticketsOn),
  };
}
