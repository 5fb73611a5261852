import "server-only";
import { isServiceDay } from "@/lib/office/calendar";
import { addDays, instantOf } from "@/lib/office/local-time";
import { openSouvenirs } from "@/lib/office/open-souvenirs";
import { readSettings } from "@/lib/office/settings";
import { setOfficeClock } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { declareOutage } from "@/lib/queue/outages";
import { MAX_BATCH, type TicketPayload } from "@/lib/queue/schema";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { forgetOldKeys } from "@/lib/vouchers/request-keys";
import { deliveriesBetween, deliveryAt } from "./deliveries";
import { assertDemo } from "./demo-only";
import { seededRandom, type Random } from "./random";
import { simulateYear } from "./simulate-year";
import { stockSouvenirs } from "./stock-souvenirs";
import type { SimulatedDay, YearLog } from "./types";
import { openYearDesk, type YearDesk } from "./year-desk";
import { planVisitors, type VisitorPlan } from "./year-visitors";

const REQUEST = "simulated-year";
/** When the feed sends what has happened since it last did; the last one finds everybody served who will be. */
const PUSHES = ["10:00", "13:00", "18:00"] as const;

interface Moment {
  readonly at: number;
  readonly act: () => Promise<void>;
}

interface Year {
  readonly desk: YearDesk;
  readonly log: YearLog;
  readonly random: Random;
  readonly timeZone: string;
  readonly closes: string;
}

async function send(tickets: readonly TicketPayload[], log: YearLog): Promise<void> {
  log.deliveries.push(...tickets);
  for (let start = 0; start < tickets.length; start += MAX_BATCH) {
    const answers = await ingestTickets(tickets.slice(start, start + MAX_BATCH), { kind: "DEMO" });
    const refused = answers.find(({ result }) => result === "REFUSED");
    if (refused) throw new Error(`the feed was refused: ${JSON.stringify(refused)}`);
  }
}

/** What one visitor does, as moments of the day. The feed tells of them before the kiosk is asked, as a live one has. */
function momentsOf(plan: VisitorPlan, { desk, log, random }: Year): Moment[] {
  const { applicant, checks, grantAfter, desk: fate } = plan;
  const { ticketId, bookingCode } = applicant.facts;
  const item = random.between(0, 2);
  const tell = async (at: number) => {
    const now = deliveryAt(applicant, at);
    if (now) await send([now], log);
  };
  let entitled = false;
  let sent = false;
  const asks: Moment[] = checks.map((at) => ({
    at,
    act: async () => {
      await tell(at);
      const outcome = bookingCode ? await desk.check(ticketId, bookingCode, at) : null;
      [entitled, sent] = [outcome === "ELIGIBLE", outcome === "SEE_OFFICER"];
    },
  }));
  const last = checks.at(-1) ?? 0;
  if (grantAfter !== null) {
    const at = last + grantAfter;
    const act = async () => {
      if (sent) entitled = await desk.grant(ticketId, at);
    };
    asks.push({ at, act });
  }
  const then = (at: number, act: () => Promise<void>): Moment => ({
    at,
    act: async () => (entitled ? act() : undefined),
  });
  switch (fate.kind) {
    case "STAYS_AWAY":
      return asks;
    case "WITHHELD":
      return [...asks, then(last + fate.after, () => desk.withhold(ticketId, last + fate.after))];
    case "CONFIRMED": {
      const apology = last + fate.apology;
      const souvenir = apology + fate.souvenir;
      const priority = souvenir + fate.priority;
      return [
        ...asks,
        then(apology, () => desk.apologise(ticketId, apology)),
        then(souvenir, () => desk.giveSouvenir(ticketId, item, souvenir)),
        then(priority, () => desk.prioritise(ticketId, priority)),
      ];
    }
  }
}

async function loadDay(day: SimulatedDay, year: Year): Promise<void> {
  const { serviceDate, outage } = day;
  const { desk, log, random, timeZone } = year;
  const at = (time: string) => instantOf(serviceDate, time, timeZone);
  const moments: Moment[] = [];
  const add = (instant: number, act: () => Promise<void>) => moments.push({ at: instant, act });
  add(at("06:30"), async () => {
    const count = await lapseVouchers(REQUEST);
    if (count > 0) log.events.push({ kind: "LAPSED", at: at("06:30"), count });
    await forgetOldKeys();
  });
  if (outage.endedAt > outage.startedAt) {
    log.outages.push(outage);
    const { system, reason, startedAt, endedAt } = outage;
    const state = (end: Date | null) =>
      declareOutage(
        { id: `year-outage-${serviceDate}`, system, reason, startedAt: new Date(startedAt), endedAt: end },
        { kind: "SYSTEM" },
        REQUEST,
      );
    add(startedAt, async () => {
      await state(null);
    });
    add(endedAt, async () => {
      await state(new Date(endedAt));
    });
  }
  let sent = -Infinity;
  for (const time of PUSHES) {
    const [from, to] = [sent, at(time)];
    add(to, () => send(deliveriesBetween(day, from, to), log));
    sent = to;
  }
  for (const plan of planVisitors(day.applicants, at(year.closes), random))
    moments.push(...momentsOf(plan, year));
  if (firstOfMonth(serviceDate, year)) add(at("07:00"), () => desk.restock(at("07:00")));
  for (const moment of moments.sort((one, other) => one.at - other.at)) {
    setOfficeClock(() => moment.at);
    await moment.act();
  }
}

const seenMonths = new WeakMap<Year, string>();
function firstOfMonth(date: string, year: Year): boolean {
  const month = date.slice(0, 7);
  if (seenMonths.get(year) === month) return false;
  seenMonths.set(year, month);
  return true;
}

/**
 * Loads a pretended year into the demo office's empty database: through the real ingest, kiosk checks, officers' use
 * cases and lapsing, with the office's clock going from moment to moment. The clock stays at the end of the last day.
 * @param onDay told after each day
 * @throws in real mode, and where tickets are known already
 */
export async function loadYear(
  plan: { readonly seed: number; readonly from: string; readonly days: number },
  onDay: (date: string, given: number) => void = () => undefined,
): Promise<YearLog> {
  assertDemo();
  if ((await reader().ticket.count()) > 0) throw new Error("The database holds tickets already");
  const settings = await readSettings(reader());
  const { timeZone } = settings;
  setOfficeClock(() => instantOf(plan.from, "06:00", timeZone));
  await openSouvenirs();
  await stockSouvenirs(REQUEST);
  const log: YearLog = { deliveries: [], outages: [], events: [] };
  const year: Year = {
    desk: await openYearDesk((event) => log.events.push(event)),
    log,
    random: seededRandom(plan.seed + 1),
    timeZone,
    closes: settings.complaintRoom.closes,
  };
  let given = 0;
  let last = plan.from;
  for (const day of simulateYear({
    ...plan,
    timeZone,
    isServiceDay: (date) => isServiceDay(date, settings),
  })) {
    await loadDay(day, year);
    given += day.applicants.length;
    last = day.serviceDate;
    onDay(last, given);
  }
  const after = instantOf(addDays(last, 1), "00:10", timeZone);
  setOfficeClock(() => after);
  const count = await lapseVouchers(REQUEST);
  if (count > 0) log.events.push({ kind: "LAPSED", at: after, count });
  return log;
}
