import "server-only";
import { instantOf } from "@/lib/office/local-time";
import type { TicketPayload } from "@/lib/queue/schema";
import { deliveryAt } from "./deliveries";
import { DEMO_OPENS } from "./demo-clock";
import { inventedBooking, inventedName } from "./invented-people";
import { seededRandom } from "./random";
import { APPLICATION, FIXED_TIMES } from "./showcase-cases";
import {
  TICKET_CASES,
  type ShowcaseCase,
  type SimulatedApplicant,
  type TicketCase,
  type Timeline,
} from "./types";

const MINUTE = 60_000;

/** The waiting ones shown: 75 to 90 minutes, moved on every quarter hour, so that they never come near two hours. */
const NOT_YET = { waitedMs: 75 * MINUTE, periodMs: 15 * MINUTE };
/** Those beyond two hours: 2 h 14 min, a fresh person every half hour; the one before is then called and served. */
const ELIGIBLE = { waitedMs: 134 * MINUTE, periodMs: 30 * MINUTE, servedAfterMs: 36 * MINUTE };

/** The moment at which the showcase is looked at, and the dates around it. */
export interface ShowcaseMoment {
  /** Office's instant, epoch ms, on `serviceDate`. */
  readonly now: number;
  readonly serviceDate: string;
  /** A working day before it, for the booking of another day. */
  readonly otherDate: string;
  readonly timeZone: string;
}

/** One invented applicant of the showcase: `turn` counts those of a case whom a visitor has already used up. */
export interface ShowcasePerson {
  readonly id: TicketCase;
  /** Which half hour of the day the person belongs to; 0 for cases that keep their person all day. */
  readonly period: number;
  readonly turn: number;
}

const PREFIX = "demo-showcase";

export function showcaseTicketPrefix(serviceDate: string): string {
  return `${PREFIX}-${serviceDate}/`;
}

export function showcaseTicketId(person: ShowcasePerson, serviceDate: string): string {
  return `${showcaseTicketPrefix(serviceDate)}${person.id}/${person.period}/${person.turn}`;
}

/** The person that a showcase ticket id stands for, or null. */
export function showcasePerson(ticketId: string): ShowcasePerson | null {
  const [, case_, period, turn] = ticketId.split("/");
  const id = TICKET_CASES.find((one) => one === case_);
  return id && ticketId.startsWith(PREFIX) ? { id, period: Number(period), turn: Number(turn) } : null;
}

/** Which period of a case an instant falls into; before the demo's hours it is the first. */
export function periodAt(id: TicketCase, moment: ShowcaseMoment): number {
  return id === "eligible" ? periods(moment, ELIGIBLE.periodMs) : 0;
}

/** What the feed delivers for a person at a moment: a pure function, so every process delivers the same. */
export function showcaseDelivery(person: ShowcasePerson, moment: ShowcaseMoment): TicketPayload | null {
  const delivery = deliveryAt(showcaseApplicant(person, moment), moment.now);
  if (delivery === null || person.id !== "not-yet") return delivery;
  // The one ticket whose number moves: its news is as old as the period, so that a newer one always counts.
  const since = opening(moment) + periods(moment, NOT_YET.periodMs) * NOT_YET.periodMs;
  return { ...delivery, updatedAt: new Date(since).toISOString() };
}

/** The booking number of a person; unique in its day, also in its last four digits for the first fifty turns. */
export function showcaseBooking(person: ShowcasePerson, serviceDate: string): string {
  return inventedBooking("SHOWCASE", serviceDate, 0, indexOf(person));
}

/** What the QR code says. Some letters carry a link or a label around the number, as real ones might. */
export function showcasePayload(id: ShowcaseCase, bookingCode: string, serviceDate: string): string {
  const never = (index: number) => inventedBooking("NEVER_DELIVERED", serviceDate, 0, index);
  switch (id) {
    case "unknown":
      return never(1);
    case "unreadable":
      // A billing code: 15 digits, so no booking number.
      return `Kode billing ${never(2).slice(0, 15)}`;
    case "ambiguous":
      return `Pemohon 1: ${never(3)} Pemohon 2: ${never(4)}`;
    case "eligible-served":
      return `https://contoh.invalid/surat?nomor=${bookingCode}`;
    case "lost-passport":
      return `Nomor Permohonan: ${bookingCode}`;
    default:
      return bookingCode;
  }
}

function showcaseApplicant(person: ShowcasePerson, moment: ShowcaseMoment): SimulatedApplicant {
  const { serviceDate } = moment;
  const index = indexOf(person);
  return {
    facts: {
      ticketId: showcaseTicketId(person, serviceDate),
      bookingCode: showcaseBooking(person, serviceDate),
      serviceDate: person.id === "other-day" ? moment.otherDate : serviceDate,
      applicantName: inventedName(seededRandom(Number(serviceDate.replaceAll("-", "")) + index)),
      applicationType: "NEW",
      replacementReason: null,
      bookingChannel: "M_PASPOR",
      registeredInSmart: true,
      underReview: false,
      ...APPLICATION[person.id],
    },
    queueNumber: `C-${String(index + 1).padStart(3, "0")}`,
    timeline: timelineOf(person, moment),
  };
}

function timelineOf(person: ShowcasePerson, moment: ShowcaseMoment): Timeline {
  const waiting = (numberAt: number): Timeline => ({
    arrivedAt: numberAt - 8 * MINUTE,
    numberAt,
    calledAt: null,
    startedAt: null,
    completedAt: null,
  });
  if (person.id === "not-yet") {
    const since = opening(moment) + periods(moment, NOT_YET.periodMs) * NOT_YET.periodMs;
    return waiting(since - NOT_YET.waitedMs);
  }
  if (person.id === "eligible") {
    const since = opening(moment) + person.period * ELIGIBLE.periodMs;
    const startedAt = since + ELIGIBLE.servedAfterMs;
    const service = { calledAt: startedAt - MINUTE, startedAt, completedAt: startedAt + 8 * MINUTE };
    return { ...waiting(since - ELIGIBLE.waitedMs), ...service };
  }
  const times = FIXED_TIMES[person.id];
  const date = person.id === "other-day" ? moment.otherDate : moment.serviceDate;
  const at = (time: string | undefined) => (time ? instantOf(date, time, moment.timeZone) : null);
  const startedAt = at(times.started);
  return {
    arrivedAt: instantOf(date, times.arrived, moment.timeZone),
    numberAt: at(times.number),
    calledAt: startedAt,
    startedAt,
    completedAt: at(times.completed),
  };
}

function opening({ serviceDate, timeZone }: ShowcaseMoment): number {
  return instantOf(serviceDate, DEMO_OPENS, timeZone);
}

function periods(moment: ShowcaseMoment, lengthMs: number): number {
  return Math.max(0, Math.floor((moment.now - opening(moment)) / lengthMs));
}

/** Cases first, then the half hours of those that change their person, then the turns. */
const PEOPLE_A_TURN = 200;
function indexOf({ id, period, turn }: ShowcasePerson): number {
  return TICKET_CASES.indexOf(id) + period * TICKET_CASES.length + turn * PEOPLE_A_TURN;
}
