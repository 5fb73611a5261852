import { describe, expect, it } from "vitest";
import { decide } from "@/lib/rules/decide";
import type { Facts } from "@/lib/rules/types";
import { aPolicy, aTicket, anOutage, at, HOUR, theFacts, THRESHOLD } from "./given";

const outcome = (changes: Partial<Facts>) => decide(theFacts(changes), aPolicy()).outcome;
const NOTHING = {
  "F.2.a": "NOT_REACHED",
  "F.2.b": "NOT_REACHED",
  "F.2.c": "NOT_REACHED",
  "F.2.e": "NOT_REACHED",
  "F.2.f": "NOT_REACHED",
  "F.2.g": "NOT_REACHED",
};

describe("a booking without a ticket that counts", () => {
  it("given no ticket, then the booking is unknown and nothing was looked at", () => {
    expect(decide(theFacts({ tickets: [] }), aPolicy({ version: 7 }))).toEqual({
      outcome: "UNKNOWN_BOOKING",
      policyVersion: 7,
      ticket: null,
      waitedMs: null,
      checkAgainFrom: null,
      clauses: NOTHING,
      contradictory: false,
    });
  });

  it("given tickets of yesterday and tomorrow only, then it is for another day", () => {
    const tickets = [aTicket({ serviceDate: "2026-03-09" }), aTicket({ serviceDate: "2026-03-11" })];
    expect(decide(theFacts({ tickets }), aPolicy())).toMatchObject({
      outcome: "OTHER_DAY",
      ticket: null,
      waitedMs: null,
      clauses: NOTHING,
    });
  });

  it("given an arrival without a number, then only that is said", () => {
    const ticket = aTicket({ biometricTicketAt: null, underReview: true });
    expect(decide(theFacts({ tickets: [ticket] }), aPolicy())).toMatchObject({
      outcome: "NO_BIOMETRIC_TICKET",
      ticket,
      waitedMs: null,
      clauses: NOTHING,
      contradictory: false,
    });
  });
});

describe("times that contradict each other", () => {
  it.each([
    ["a start without a number", { biometricTicketAt: null, biometricStartedAt: at("10:00") }],
    [
      "a start at this very millisecond without a number",
      { biometricTicketAt: null, biometricStartedAt: at("11:00:00.001") },
    ],
    ["a start one millisecond before its number", { biometricStartedAt: at("08:59:59.999") }],
    [
      "a start before a number that the feed's fast clock put ahead",
      { biometricTicketAt: at("11:01"), biometricStartedAt: at("11:00") },
    ],
  ])("given %s, then an officer is needed and no wait is known", (_, changes) => {
    const ticket = aTicket(changes);
    expect(decide(theFacts({ tickets: [ticket] }), aPolicy())).toEqual({
      outcome: "SEE_OFFICER",
      policyVersion: 1,
      ticket,
      waitedMs: null,
      checkAgainFrom: null,
      clauses: { ...NOTHING, "F.2.b": "UNKNOWN" },
      contradictory: true,
    });
  });

  it("given a start without a number but later than now, then it counts as not started", () => {
    const tickets = [aTicket({ biometricTicketAt: null, biometricStartedAt: at("11:00:00.002") })];
    expect(outcome({ tickets })).toBe("NO_BIOMETRIC_TICKET");
  });

  it("given a start at the same instant as its number, then the promise was kept", () => {
    const tickets = [aTicket({ biometricStartedAt: at("09:00") })];
    expect(decide(theFacts({ tickets }), aPolicy())).toMatchObject({
      outcome: "SERVED_IN_TIME",
      waitedMs: 0,
    });
  });
});

describe("the wait (F.2.b)", () => {
  it("given a wait of exactly two hours, then it is not above them, and one millisecond later it is", () => {
    expect(decide(theFacts({ now: at("11:00") }), aPolicy())).toEqual({
      outcome: "NOT_YET",
      policyVersion: 1,
      ticket: aTicket(),
      waitedMs: THRESHOLD,
      checkAgainFrom: at("11:00:00.001"),
      clauses: { ...NOTHING, "F.2.b": "NOT_MET", "F.2.f": "MET" },
      contradictory: false,
    });
    expect(outcome({ now: at("11:00:00.001") })).toBe("ELIGIBLE");
  });

  it("given the feed's clock ahead of the server, then the wait is zero and never negative", () => {
    const tickets = [aTicket({ biometricTicketAt: at("09:05") })];
    expect(decide(theFacts({ now: at("09:00"), tickets }), aPolicy())).toMatchObject({
      outcome: "NOT_YET",
      waitedMs: 0,
      checkAgainFrom: at("11:05:00.001"),
    });
  });

  it("given service within the two hours, then later time changes nothing and the rest is not looked at", () => {
    const ticket = aTicket({ biometricStartedAt: at("11:00"), underReview: true });
    expect(decide(theFacts({ now: at("15:00"), tickets: [ticket] }), aPolicy())).toEqual({
      outcome: "SERVED_IN_TIME",
      policyVersion: 1,
      ticket,
      waitedMs: THRESHOLD,
      checkAgainFrom: null,
      clauses: { ...NOTHING, "F.2.b": "NOT_MET" },
      contradictory: false,
    });
  });

  it("given service at this very millisecond, then the wait has ended", () => {
    const tickets = [aTicket({ biometricStartedAt: at("10:00") })];
    expect(outcome({ now: at("10:00"), tickets })).toBe("SERVED_IN_TIME");
    expect(outcome({ now: at("09:59:59.999"), tickets })).toBe("NOT_YET");
  });

  it.each([
    [0, 5],
    [-5, 0],
  ])(
    "given number and service at %i and %i ms of the epoch, then zero is a time like any other",
    (from, until) => {
      const ticket = aTicket({
        serviceDate: "1970-01-01",
        biometricTicketAt: from,
        biometricStartedAt: until,
      });
      expect(decide(theFacts({ now: HOUR, tickets: [ticket] }), aPolicy())).toMatchObject({
        outcome: "SERVED_IN_TIME",
        waitedMs: 5,
      });
    },
  );

  it("given late service, then the wait ends where service began", () => {
    const tickets = [aTicket({ biometricStartedAt: at("11:00:00.001") })];
    expect(decide(theFacts({ now: at("15:00"), tickets }), aPolicy())).toMatchObject({
      outcome: "ELIGIBLE",
      waitedMs: THRESHOLD + 1,
      checkAgainFrom: null,
    });
  });
});

describe("disruptions (F.2.f)", () => {
  it("given one inside a wait of less than two hours, then it is said at once, with both clauses in evidence", () => {
    const facts = theFacts({ now: at("10:00"), outages: [anOutage("09:30", "09:45")] });
    expect(decide(facts, aPolicy())).toEqual({
      outcome: "OUTAGE",
      policyVersion: 1,
      ticket: aTicket(),
      waitedMs: HOUR,
      checkAgainFrom: null,
      clauses: { ...NOTHING, "F.2.b": "NOT_MET", "F.2.f": "NOT_MET" },
      contradictory: false,
    });
  });

  it("given one inside a wait above two hours, then F.2.b stays met", () => {
    expect(decide(theFacts({ outages: [anOutage("09:30", null)] }), aPolicy()).clauses).toEqual({
      ...NOTHING,
      "F.2.b": "MET",
      "F.2.f": "NOT_MET",
    });
  });

  it("given one between the end of the two hours and a late service, then nothing is taken away", () => {
    const tickets = [aTicket({ biometricStartedAt: at("11:30") })];
    expect(outcome({ now: at("12:00"), tickets, outages: [anOutage("11:00", "11:20")] })).toBe("ELIGIBLE");
  });

  it("given service in time, then a disruption is not spoken of", () => {
    const tickets = [aTicket({ biometricStartedAt: at("10:00") })];
    expect(outcome({ tickets, outages: [anOutage("09:30", "09:45")] })).toBe("SERVED_IN_TIME");
  });

  it("given an irrelevant one before a relevant one, then the relevant one counts", () => {
    expect(outcome({ outages: [anOutage("07:00", "08:00"), anOutage("10:00", "10:05")] })).toBe("OUTAGE");
  });
});
