import type { YearEvent, YearLog } from "@/lib/demo/types";
import type { AccountFigures } from "@/lib/register/account/types";

/**
 * A second count of the account, made from what the feed sent and what people were told, with none of the product's
 * code: the decree's rules are written out here once more. It knows one office: WIB, 07.00 to 16.00, two hours.
 */
const TWO_HOURS = 7_200_000;
const zone = "+07:00";
const instant = (date: string, time: string) => Date.parse(`${date}T${time}:00${zone}`);
const inZone = (at: number) => new Date(at + 7 * 3_600_000);

type Delivery = YearLog["deliveries"][number];
type Span = { readonly startedAt: number; readonly endedAt: number };

interface Counted {
  readonly date: string;
  readonly cell: string;
  readonly wait: number;
  readonly served: boolean;
  readonly outcome: string;
  readonly clauses: Readonly<Record<string, string>>;
}

function judge(ticket: Delivery, outages: readonly Span[]): Counted {
  const date = ticket.serviceDate ?? "";
  const number = Date.parse(ticket.biometricTicketAt ?? "");
  const start = ticket.biometricStartedAt ? Date.parse(ticket.biometricStartedAt) : null;
  const judged = Math.max(start ?? 0, instant(date, "16:00"));
  const wait = Math.max(0, (start ?? judged) - number);
  const above = wait > TWO_HOURS;
  const hit = outages.some(
    ({ startedAt, endedAt }) =>
      startedAt <= judged && startedAt < endedAt && startedAt < number + TWO_HOURS && endedAt > number,
  );
  const kind = ticket.applicationType;
  const channel = ticket.bookingChannel;
  const a = kind === null || kind === undefined ? "UNKNOWN" : kind === "OTHER" ? "NOT_MET" : "MET";
  const online = channel === null || channel === undefined ? null : channel !== "WALK_IN";
  const smart = ticket.registeredInSmart ?? null;
  const c = online === false || smart === false ? "NOT_MET" : online && smart ? "MET" : "UNKNOWN";
  const e = ticket.replacementReason === "DAMAGED" || ticket.replacementReason === "LOST" ? "NOT_MET" : "MET";
  const review = ticket.underReview ?? null;
  const g = review === null ? "UNKNOWN" : review ? "NOT_MET" : "MET";
  const reached = above && !hit;
  const good = [a, c, e, g].every((one) => one === "MET");
  const shown = inZone(number);
  const outcome =
    start !== null && !above
      ? "SERVED_IN_TIME"
      : hit
        ? "OUTAGE"
        : !above
          ? "NOT_YET"
          : good
            ? "ELIGIBLE"
            : "SEE_OFFICER";
  return {
    date,
    cell: `${new Date(`${date}T00:00:00Z`).getUTCDay() || 7}-${shown.getUTCHours()}`,
    wait,
    served: start !== null,
    outcome,
    clauses: Object.fromEntries(
      Object.entries({ a, c, e, g }).map(([name, result]) => [name, reached ? result : "NOT_REACHED"]),
    ),
  };
}

/** The product-limit estimate by distinct durations: how many were still at risk, and how many ended there. */
function quantile(list: readonly Counted[], share: number): string | null {
  if (list.length === 0) return null;
  const times = [...new Set(list.map(({ wait }) => wait))].sort((one, other) => one - other);
  const waits = list.map(({ wait }) => wait).sort((one, other) => one - other);
  const ended = new Map<number, number>();
  for (const one of list) if (one.served) ended.set(one.wait, (ended.get(one.wait) ?? 0) + 1);
  let survival = 1;
  let passed = 0;
  for (const time of times) {
    while ((waits[passed] ?? Infinity) < time) passed += 1;
    const atRisk = list.length - passed;
    survival *= (atRisk - (ended.get(time) ?? 0)) / atRisk;
    if (survival <= 1 - share + 1e-9) return String(time);
  }
  return `>=${times.at(-1)}`;
}

/** The smallest value that at least `share` of a list reach. */
const rank = (list: readonly number[], share: number): number | null =>
  [...list].sort((one, other) => one - other)[Math.ceil(list.length * share - 1e-9) - 1] ?? null;

const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
const tally = (list: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const one of [...list].sort()) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

function people(events: readonly YearEvent[], counted: ReadonlyMap<string, Counted>) {
  const of = (...kinds: YearEvent["kind"][]) =>
    events.filter(
      (event) => kinds.includes(event.kind) && "ticketId" in event && counted.has(event.ticketId),
    );
  const ids = (list: readonly YearEvent[]) =>
    new Set(list.map((event) => ("ticketId" in event ? event.ticketId : "")));
  const checks = of("CHECKED");
  const issued = new Map<string, number>();
  for (const event of [
    ...checks.filter((one) => "outcome" in one && one.outcome === "ELIGIBLE"),
    ...of("GRANTED"),
  ])
    if ("ticketId" in event && !issued.has(event.ticketId)) issued.set(event.ticketId, event.at);
  const withheld = ids(of("WITHHELD"));
  const apologies = of("APOLOGY");
  const sorry = ids(apologies);
  const [given, priority] = [ids(of("SOUVENIR", "PROMISED")), ids(of("PRIORITY"))];
  const waits = apologies.map(
    (event) => event.at - (issued.get("ticketId" in event ? event.ticketId : "") ?? NaN),
  );
  return {
    issued,
    vouchers: {
      issued: issued.size,
      granted: of("GRANTED").length,
      confirmed: sorry.size,
      completed: [...sorry].filter((id) => given.has(id) && priority.has(id)).length,
      withheld: withheld.size,
      lapsed: [...issued.keys()].filter((id) => !withheld.has(id) && !sorry.has(id)).length,
    },
    apology: [
      waits.length,
      rank(waits, 0.5),
      rank(waits, 0.9),
      waits.length === 0 ? null : Math.max(...waits),
    ],
    checks: tally(checks.map((event) => ("outcome" in event ? event.outcome : ""))),
  };
}

/** Everything that both counts say, in one shape. Tickets of the dates from `from` to `to`, both included. */
export function independentCount(log: YearLog, from: string, to: string) {
  const newest = new Map<string, Delivery>();
  for (const delivery of log.deliveries) {
    const known = newest.get(delivery.ticketId);
    if (!known || Date.parse(delivery.updatedAt) >= Date.parse(known.updatedAt))
      newest.set(delivery.ticketId, delivery);
  }
  const counted = new Map<string, Counted>();
  for (const [id, ticket] of newest) {
    const date = ticket.serviceDate ?? "";
    if (date < from || date > to) continue;
    const day = instant(date, "00:00");
    const near = log.outages.filter(
      ({ startedAt, endedAt }) => endedAt > day && startedAt < day + 86_400_000,
    );
    counted.set(id, judge(ticket, near));
  }
  const all = [...counted.values()];
  const above = all.filter(({ wait }) => wait > TWO_HOURS);
  const { issued, ...rest } = people(log.events, counted);
  const inPeriod = ({ at }: { readonly at: number }) =>
    at >= instant(from, "00:00") && at < instant(to, "00:00") + 86_400_000;
  const moved = log.events.filter(inPeriod);
  const outageMs = sum(
    log.outages
      .filter(({ startedAt }) => inPeriod({ at: startedAt }))
      .map(({ startedAt, endedAt }) => {
        const date = inZone(startedAt).toISOString().slice(0, 10);
        return Math.max(
          0,
          Math.min(endedAt, instant(date, "16:00")) - Math.max(startedAt, instant(date, "07:00")),
        );
      }),
  );
  return {
    tickets: all.length,
    served: all.filter(({ served }) => served).length,
    passed: above.length,
    passedUnserved: above.filter(({ served }) => !served).length,
    disrupted: above.filter(({ outcome }) => outcome === "OUTAGE").length,
    median: quantile(all, 0.5),
    ninetieth: quantile(all, 0.9),
    longest: Math.max(...all.map(({ wait }) => wait)),
    outcomes: tally(all.map(({ outcome }) => outcome)),
    clauses: Object.fromEntries(
      ["a", "c", "e", "g"].map((name) => [name, tally(above.map(({ clauses }) => clauses[name] ?? ""))]),
    ),
    byDay: tally(all.map(({ date }) => date)),
    passedByMonth: tally(above.map(({ date }) => date.slice(0, 7))),
    passedByHour: tally(above.map(({ cell }) => cell)),
    numberedByHour: tally(all.map(({ cell }) => cell)),
    unclaimed: [...counted].filter(([id, { outcome }]) => outcome === "ELIGIBLE" && !issued.has(id)).length,
    ...rest,
    souvenirs: tally(
      moved.flatMap((event) =>
        (event.kind === "SOUVENIR" || event.kind === "KEPT") && event.item ? [event.item] : [],
      ),
    ),
    promises: [
      moved.filter(({ kind }) => kind === "PROMISED").length,
      moved.filter(({ kind }) => kind === "KEPT").length,
    ],
    outages: log.outages.filter(({ startedAt }) => inPeriod({ at: startedAt })).length,
    outageMs,
  };
}

/** The account's figures in the shape of the independent count. */
export function asCounted(figures: AccountFigures): ReturnType<typeof independentCount> {
  const { tickets, vouchers, outageMs } = figures.total;
  const written = (value: { readonly ms: number; readonly atLeast: boolean } | null) =>
    value && `${value.atLeast ? ">=" : ""}${value.ms}`;
  const counts = (list: readonly (readonly [name: string, count: number])[]) =>
    Object.fromEntries(
      list.filter(([, count]) => count > 0).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  const { issued, granted, confirmed, completed, withheld, lapsed } = vouchers;
  const { given, medianMs, ninetiethMs, longestMs } = figures.apology;
  return {
    ...{ tickets: tickets.tickets, served: tickets.served, passed: tickets.passed },
    ...{ passedUnserved: tickets.passedUnserved, disrupted: tickets.disrupted },
    median: written(tickets.waits.median),
    ninetieth: written(tickets.waits.ninetieth),
    longest: tickets.waits.longest?.ms ?? 0,
    outcomes: counts(figures.outcomes.map(({ outcome, tickets: count }) => [outcome, count])),
    clauses: Object.fromEntries(
      figures.clauses
        .filter(({ clause }) => clause !== "F.2.b" && clause !== "F.2.f")
        .map(({ clause, ...results }) => [clause.slice(-1), counts(Object.entries(results))]),
    ),
    byDay: counts(figures.days.map((day) => [day.date, day.tickets.tickets])),
    passedByMonth: counts(figures.months.map((month) => [month.month, month.tickets.passed])),
    passedByHour: counts(figures.hours.map(({ weekday, hour, passed }) => [`${weekday}-${hour}`, passed])),
    numberedByHour: counts(
      figures.hours.map(({ weekday, hour, numbered }) => [`${weekday}-${hour}`, numbered]),
    ),
    unclaimed: figures.unclaimed,
    vouchers: { issued, granted, confirmed, completed, withheld, lapsed },
    apology: [given, medianMs, ninetiethMs, longestMs],
    checks: counts(figures.decisions.map(({ outcome, kiosk }) => [outcome, kiosk])),
    souvenirs: counts(figures.souvenirs.map(({ name, handedOut }) => [name, handedOut])),
    promises: [figures.promises.made, figures.promises.kept],
    outages: figures.outages.length,
    outageMs,
  };
}
