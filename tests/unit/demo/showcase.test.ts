import { describe, expect, it } from "vitest";
import {
  periodAt,
  showcaseBooking,
  showcaseDelivery,
  showcasePayload,
  showcasePerson,
  showcaseTicketId,
  type ShowcaseMoment,
} from "@/lib/demo/showcase";
import { EXPECTED_OUTCOME } from "@/lib/demo/showcase-cases";
import { simulateDay } from "@/lib/demo/simulate-day";
import { TICKET_CASES, type TicketCase } from "@/lib/demo/types";
import { instantOf } from "@/lib/office/local-time";
import { parseBooking } from "@/lib/queue/parse-booking";
import { ticketInput, type TicketInput } from "@/lib/queue/schema";
import { decide } from "@/lib/rules/decide";
import { POLICY_V1 } from "@/lib/rules/policy";
import type { TicketFacts } from "@/lib/rules/types";

const MINUTE = 60_000;
const ZONES = ["Asia/Jakarta", "Asia/Jayapura"];
const DATES = [
  { serviceDate: "2026-11-24", otherDate: "2026-11-23" },
  { serviceDate: "2026-11-30", otherDate: "2026-11-27" },
];

/** Every ten minutes of every loop, and the last millisecond of it. */
const moments: readonly ShowcaseMoment[] = ZONES.flatMap((timeZone) =>
  DATES.flatMap((dates) => {
    const opens = instantOf(dates.serviceDate, "10:30", timeZone);
    const minutes = Array.from({ length: 33 }, (_, index) => index * 10 * MINUTE);
    return [...minutes, 330 * MINUTE - 1].map((ms) => ({ ...dates, timeZone, now: opens + ms }));
  }),
);

const OUTAGES = new Map(
  moments.map(({ serviceDate, timeZone }) => [
    `${serviceDate} ${timeZone}`,
    simulateDay({ seed: 3, serviceDate, timeZone }).outage,
  ]),
);

const parsed = (id: TicketCase, moment: ShowcaseMoment, turn = 0): TicketInput => {
  const person = { id, period: periodAt(id, moment), turn };
  return ticketInput.parse(showcaseDelivery(person, moment));
};

const factsOf = (ticket: TicketInput): TicketFacts => ({
  ...ticket,
  serviceDate: ticket.serviceDate ?? "",
  biometricTicketAt: ticket.biometricTicketAt?.getTime() ?? null,
  biometricStartedAt: ticket.biometricStartedAt?.getTime() ?? null,
});

const evaluate = (ticket: TicketInput, { now, timeZone, serviceDate }: ShowcaseMoment) => {
  const outage = OUTAGES.get(`${serviceDate} ${timeZone}`);
  return decide({ now, timeZone, tickets: [factsOf(ticket)], outages: outage ? [outage] : [] }, POLICY_V1);
};

describe("the showcase", () => {
  it.each(TICKET_CASES)("reaches the outcome of %s from 10:30 to 16:00 on every demo day", (id) => {
    for (const moment of moments) {
      for (const turn of [0, 1, 7]) {
        expect(evaluate(parsed(id, moment, turn), moment).outcome).toBe(EXPECTED_OUTCOME[id]);
      }
    }
  });

  it.each(TICKET_CASES)("keeps the outcome of a number of %s that was shown earlier in the day", (id) => {
    for (const shown of moments) {
      const later = moments.filter(
        ({ serviceDate, timeZone, now }) =>
          serviceDate === shown.serviceDate && timeZone === shown.timeZone && now >= shown.now,
      );
      const person = { id, period: periodAt(id, shown), turn: 0 };
      for (const moment of later) {
        const ticket = ticketInput.parse(showcaseDelivery(person, moment));
        expect(evaluate(ticket, moment).outcome).toBe(EXPECTED_OUTCOME[id]);
      }
    }
  });

  it("tells nothing that has not happened, and only newer news under one ticket id", () => {
    for (const id of TICKET_CASES) {
      const newest = new Map<string, { key: string; updatedAt: number; facts: string }>();
      for (const moment of moments) {
        const ticket = parsed(id, moment);
        const { updatedAt, ...facts } = ticket;
        expect(updatedAt.getTime()).toBeLessThanOrEqual(moment.now);
        const key = `${moment.timeZone}${ticket.ticketId}`;
        const before = newest.get(key);
        const next = { key, updatedAt: updatedAt.getTime(), facts: JSON.stringify(facts) };
        if (before && before.facts !== next.facts) expect(next.updatedAt).toBeGreaterThan(before.updatedAt);
        newest.set(key, next);
      }
    }
  });

  it("keeps those waiting in time far from the two hours, and the eligible beyond them from the first minute", () => {
    for (const moment of moments) {
      const waiting = evaluate(parsed("not-yet", moment), moment).waitedMs ?? 0;
      expect(waiting).toBeGreaterThanOrEqual(75 * MINUTE);
      expect(waiting).toBeLessThan(90 * MINUTE);
      const eligible = evaluate(parsed("eligible", moment), moment);
      expect(eligible.waitedMs).toBeGreaterThanOrEqual(134 * MINUTE);
      expect(eligible.waitedMs).toBeLessThan(170 * MINUTE);
      expect(eligible.ticket?.biometricStartedAt ?? Infinity).toBeGreaterThan(moment.now);
      const served = evaluate(parsed("eligible-served", moment), moment);
      expect(served.ticket?.biometricStartedAt).toBeLessThan(moment.now);
    }
  });

  it("never changes the number or the application of anybody who can hold a voucher", () => {
    for (const id of TICKET_CASES.filter((one) => one !== "not-yet")) {
      const known = new Map<string, string>();
      for (const moment of moments) {
        const { ticketId, biometricTicketAt, applicationType, replacementReason, bookingChannel } = parsed(
          id,
          moment,
        );
        const grounds = JSON.stringify([
          biometricTicketAt,
          applicationType,
          replacementReason,
          bookingChannel,
        ]);
        const key = `${moment.timeZone}${ticketId}`;
        expect(known.get(key) ?? grounds).toBe(grounds);
        known.set(key, grounds);
      }
    }
  });

  it("gives everybody of a day a number of their own, in bookings, last digits and queue numbers", () => {
    const { serviceDate } = DATES[0] ?? { serviceDate: "" };
    const ofDay = moments.filter(
      (moment) => moment.serviceDate === serviceDate && moment.timeZone === ZONES[0],
    );
    const people = new Map<string, TicketInput>();
    for (const moment of ofDay) {
      for (const id of TICKET_CASES) {
        for (let turn = 0; turn < 12; turn += 1) {
          const ticket = parsed(id, moment, turn);
          people.set(ticket.ticketId, ticket);
        }
      }
    }
    const all = [...people.values()];
    const distinct = (values: readonly (string | null | undefined)[]) => new Set(values).size;
    expect(all.length).toBeGreaterThan(200);
    expect(distinct(all.map(({ bookingCode }) => bookingCode))).toBe(all.length);
    expect(distinct(all.map(({ bookingCode }) => bookingCode?.slice(-4)))).toBe(all.length);
    const numbered = all.flatMap(({ queueNumber }) => queueNumber ?? []);
    expect(distinct(numbered)).toBe(numbered.length);
    for (const { bookingCode } of all) expect(bookingCode).toMatch(/^9901\d{12}$/);
  });

  it("knows the person of a ticket id again, and nobody in other ids", () => {
    const person = { id: "eligible", period: 7, turn: 12 } as const;
    expect(showcasePerson(showcaseTicketId(person, "2026-11-24"))).toEqual(person);
    expect(showcasePerson("demo-2026-11-24-3-001")).toBeNull();
    expect(showcasePerson("feed/eligible/7/12")).toBeNull();
    expect(showcasePerson(showcaseTicketId(person, "2026-11-24").replace("eligible", "nobody"))).toBeNull();
  });
});

describe("what the showcase's codes say", () => {
  const date = "2026-11-24";

  it.each(TICKET_CASES)("is read as the booking number of %s", (id) => {
    const code = showcaseBooking({ id, period: 3, turn: 1 }, date);
    expect(parseBooking(showcasePayload(id, code, date))).toEqual({ kind: "BOOKING", code });
  });

  it("is a number that is never delivered, no number, or two of them, for the cases made of text", () => {
    expect(parseBooking(showcasePayload("unknown", "", date))).toMatchObject({
      kind: "BOOKING",
      code: expect.stringMatching(/^9909/) as string,
    });
    expect(parseBooking(showcasePayload("unreadable", "", date))).toEqual({ kind: "NONE" });
    expect(parseBooking(showcasePayload("ambiguous", "", date))).toEqual({ kind: "AMBIGUOUS" });
  });

  it("can be typed by a scanner: one line of plain characters", () => {
    for (const id of [...TICKET_CASES, "unknown", "unreadable", "ambiguous"] as const) {
      expect(showcasePayload(id, "9901261124000003", date)).toMatch(/^[ -~]{16,120}$/);
    }
  });
});
