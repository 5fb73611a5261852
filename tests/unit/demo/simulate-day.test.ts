import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveriesBetween, deliveriesUpTo } from "@/lib/demo/deliveries";
import { simulateDay } from "@/lib/demo/simulate-day";
import { instantOf, localParts } from "@/lib/office/local-time";
import { ticketInput, type TicketPayload } from "@/lib/queue/schema";

const PLAN = { seed: 3, serviceDate: "2026-11-24", timeZone: "Asia/Jakarta" };
const at = (time: string, plan = PLAN) => instantOf(plan.serviceDate, time, plan.timeZone);

const plans = fc.record({
  seed: fc.nat(5000),
  serviceDate: fc.constantFrom("2026-11-24", "2026-12-31", "2027-03-01", "2028-02-29"),
  timeZone: fc.constantFrom("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
});
const someDays = { numRuns: 15 };

const waitsAt = (day: ReturnType<typeof simulateDay>, instant: number) =>
  day.applicants.flatMap(({ timeline: { numberAt, startedAt } }) =>
    numberAt !== null && numberAt <= instant && (startedAt === null || startedAt > instant)
      ? [(instant - numberAt) / 60_000]
      : [],
  );

describe("a simulated hall day", () => {
  it("is the same for the same seed, date and zone, and another for another seed", () => {
    expect(simulateDay(PLAN)).toEqual(simulateDay({ ...PLAN }));
    expect(simulateDay(PLAN)).not.toEqual(simulateDay({ ...PLAN, seed: 4 }));
  });

  it("has about 150 applicants, most of them before 09:30, few at noon", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const day = simulateDay(plan);
        const came = (from: string, to: string) =>
          day.applicants.filter(
            ({ timeline }) => timeline.arrivedAt >= at(from, plan) && timeline.arrivedAt < at(to, plan),
          ).length;
        expect(day.applicants.length).toBeGreaterThanOrEqual(140);
        expect(day.applicants.length).toBeLessThanOrEqual(165);
        expect(came("00:00", "07:00")).toBe(0);
        expect(came("07:00", "09:30")).toBeGreaterThan(day.applicants.length / 2);
        expect(came("12:00", "13:00")).toBeLessThanOrEqual(came("11:00", "12:00"));
        expect(came("12:00", "13:00")).toBeLessThan(came("13:00", "14:00") / 2);
      }),
      someDays,
    );
  });

  it("keeps every life in order, on its own service date, and nobody is served during the disruption", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { applicants, outage } = simulateDay(plan);
        expect([outage.startedAt, outage.endedAt]).toEqual([at("07:25", plan), at("07:50", plan)]);
        for (const { timeline } of applicants) {
          const times = Object.values<number | null>({ ...timeline }).filter((time) => time !== null);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(new Set(times.map((time) => localParts(time, plan.timeZone).date))).toEqual(
            new Set([plan.serviceDate]),
          );
          const { startedAt } = timeline;
          expect(startedAt !== null && startedAt >= outage.startedAt && startedAt < outage.endedAt).toBe(
            false,
          );
        }
      }),
      someDays,
    );
  });

  it("counts the queue numbers of each lane from 001 in the order in which they are given out", () => {
    const byNumber = simulateDay(PLAN)
      .applicants.slice()
      .sort((a, b) => Number(a.timeline.numberAt) - Number(b.timeline.numberAt));
    for (const lane of ["B", "D"]) {
      const given = byNumber.flatMap(({ queueNumber }) => (queueNumber?.startsWith(lane) ? queueNumber : []));
      expect(given.length).toBeGreaterThan(3);
      expect(given).toEqual(given.map((_, index) => `${lane}-${String(index + 1).padStart(3, "0")}`));
    }
  });

  it("never has more people before the counters than there are counters", () => {
    const { applicants } = simulateDay(PLAN);
    for (let minute = 0; minute < 600; minute += 1) {
      const instant = at("07:00") + minute * 60_000;
      const served = applicants.filter(
        ({ timeline: { startedAt, completedAt } }) =>
          startedAt !== null && startedAt <= instant && (completedAt ?? Infinity) > instant,
      );
      expect(served.length).toBeLessThanOrEqual(4);
    }
  });

  it("has people close to the two hours and beyond them at 10:30, and a hall that is alive until it closes", () => {
    const day = simulateDay(PLAN);
    const atHalfPastTen = waitsAt(day, at("10:30"));
    expect(atHalfPastTen.filter((minutes) => minutes > 120).length).toBeGreaterThanOrEqual(1);
    expect(atHalfPastTen.filter((minutes) => minutes > 90 && minutes <= 120).length).toBeGreaterThanOrEqual(
      5,
    );
    for (let minute = 0; minute <= 300; minute += 30) {
      const waits = waitsAt(day, at("10:30") + minute * 60_000);
      expect(waits.length).toBeGreaterThanOrEqual(8);
      expect(Math.max(...waits)).toBeGreaterThan(75);
    }
  });

  it("has a few of everything that only an officer can settle, and a priority lane without bookings", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const people = simulateDay(plan).applicants.map(({ facts }) => facts);
        const count = (matches: (facts: (typeof people)[number]) => boolean) => people.filter(matches).length;
        expect(count((facts) => facts.underReview === true)).toBe(3);
        expect(count((facts) => facts.underReview === null)).toBe(1);
        expect(count((facts) => facts.registeredInSmart === false)).toBe(2);
        expect(count((facts) => facts.registeredInSmart === null)).toBe(1);
        expect(count((facts) => facts.applicationType === null)).toBe(2);
        expect(count((facts) => facts.applicationType === "NEW")).toBeGreaterThan(50);
        expect(count((facts) => facts.applicationType === "REPLACEMENT")).toBeGreaterThan(30);
        expect(count((facts) => facts.bookingCode === null)).toBeGreaterThan(0);
        expect(count((facts) => facts.bookingCode === null)).toBeLessThan(30);
      }),
      someDays,
    );
  });

  it("invents people and numbers that nobody can take for real, and no number twice", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const people = simulateDay(plan).applicants.map(({ facts }) => facts);
        const codes = people.flatMap(({ bookingCode }) => bookingCode ?? []);
        for (const code of codes) expect(code).toMatch(/^9900\d{12}$/);
        expect(new Set(codes).size).toBe(codes.length);
        expect(new Set(codes.map((code) => code.slice(-4))).size).toBe(codes.length);
        expect(new Set(people.map(({ ticketId }) => ticketId)).size).toBe(people.length);
        for (const { applicantName } of people) expect(applicantName).toMatch(/^(Contoh|Uji) [A-Z][a-z]+$/);
      }),
      someDays,
    );
  });
});

describe("the feed's view of a simulated day", () => {
  const day = simulateDay(PLAN);
  const instants = fc.integer({ min: at("06:30"), max: at("17:30") });

  it("delivers tickets that the queue understands", () => {
    for (const ticket of deliveriesUpTo(day, at("12:00"))) {
      expect(ticketInput.safeParse(ticket).error).toBeUndefined();
    }
  });

  it("is empty before the doors open and holds everybody at the end", () => {
    expect(deliveriesUpTo(day, at("06:59"))).toEqual([]);
    expect(deliveriesUpTo(day, at("17:30"))).toHaveLength(day.applicants.length);
  });

  it("never tells of anything that has not happened, and is as new as the last thing that has", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        for (const ticket of deliveriesUpTo(day, instant)) {
          const { biometricTicketAt, calledAt, biometricStartedAt, completedAt } = ticket;
          const happened = [biometricTicketAt, calledAt, biometricStartedAt, completedAt].filter(
            (time) => typeof time === "string",
          );
          for (const time of [...happened, ticket.updatedAt]) {
            expect(Date.parse(time)).toBeLessThanOrEqual(instant);
            expect(Date.parse(time)).toBeLessThanOrEqual(Date.parse(ticket.updatedAt));
          }
          expect(ticket.queueNumber === null).toBe(biometricTicketAt === null);
        }
      }),
    );
  });

  it("ends in the same place whether it is sent whole or in pieces", () => {
    fc.assert(
      fc.property(fc.uniqueArray(instants, { minLength: 1, maxLength: 8 }), (stops) => {
        const seen = new Map<string, TicketPayload>();
        let from = at("06:00");
        for (const to of stops.sort((a, b) => a - b)) {
          for (const ticket of deliveriesBetween(day, from, to)) seen.set(ticket.ticketId, ticket);
          from = to;
        }
        const whole = deliveriesUpTo(day, from);
        expect(seen.size).toBe(whole.length);
        for (const ticket of whole) expect(seen.get(ticket.ticketId)).toEqual(ticket);
      }),
    );
  });

  it("sends nothing twice: what changed at the last stop belongs to the piece before", () => {
    const numberAt = day.applicants[40]?.timeline.numberAt ?? 0;
    const ids = (from: number, to: number) =>
      deliveriesBetween(day, from, to).map(({ ticketId }) => ticketId);
    const id = day.applicants[40]?.facts.ticketId;
    expect(ids(numberAt - 1, numberAt)).toContain(id);
    expect(ids(numberAt, numberAt)).not.toContain(id);
    expect(ids(numberAt, numberAt + 1)).not.toContain(id);
  });
});
