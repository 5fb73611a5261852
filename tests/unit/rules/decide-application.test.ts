import { describe, expect, it } from "vitest";
import { decide } from "@/lib/rules/decide";
import type { Facts, Policy } from "@/lib/rules/types";
import { aPolicy, aTicket, anOutage, at, JAKARTA, MINUTE, theFacts, THRESHOLD } from "./given";

const outcome = (changes: Partial<Facts>, policy: Policy = aPolicy()) =>
  decide(theFacts(changes), policy).outcome;

describe("the application (F.2.a, c, e, g)", () => {
  const MET = {
    "F.2.a": "MET",
    "F.2.b": "MET",
    "F.2.c": "MET",
    "F.2.e": "MET",
    "F.2.f": "MET",
    "F.2.g": "MET",
  };

  it("given everything as the decree asks, then every clause is met", () => {
    expect(decide(theFacts(), aPolicy())).toEqual({
      outcome: "ELIGIBLE",
      policyVersion: 1,
      ticket: aTicket(),
      waitedMs: THRESHOLD + 1,
      checkAgainFrom: null,
      clauses: MET,
      contradictory: false,
    });
  });

  it.each([
    ["type OTHER", { applicationType: "OTHER" }, { "F.2.a": "NOT_MET" }],
    ["type not known", { applicationType: null }, { "F.2.a": "UNKNOWN" }],
    ["a walk-in", { bookingChannel: "WALK_IN" }, { "F.2.c": "NOT_MET" }],
    ["channel not known", { bookingChannel: null }, { "F.2.c": "UNKNOWN" }],
    ["not in SMART", { registeredInSmart: false }, { "F.2.c": "NOT_MET" }],
    ["SMART not known", { registeredInSmart: null }, { "F.2.c": "UNKNOWN" }],
    [
      "a walk-in, SMART not known",
      { bookingChannel: "WALK_IN", registeredInSmart: null },
      { "F.2.c": "NOT_MET" },
    ],
    [
      "channel not known, not in SMART",
      { bookingChannel: null, registeredInSmart: false },
      { "F.2.c": "NOT_MET" },
    ],
    [
      "channel and SMART not known",
      { bookingChannel: null, registeredInSmart: null },
      { "F.2.c": "UNKNOWN" },
    ],
    [
      "a damaged passport",
      { applicationType: "REPLACEMENT", replacementReason: "DAMAGED" },
      { "F.2.e": "NOT_MET" },
    ],
    ["a lost passport under type NEW", { replacementReason: "LOST" }, { "F.2.e": "NOT_MET" }],
    ["under review", { underReview: true }, { "F.2.g": "NOT_MET" }],
    ["review not known", { underReview: null }, { "F.2.g": "UNKNOWN" }],
    [
      "all of it at once",
      {
        applicationType: null,
        replacementReason: "LOST",
        bookingChannel: null,
        registeredInSmart: false,
        underReview: true,
      },
      { "F.2.a": "UNKNOWN", "F.2.c": "NOT_MET", "F.2.e": "NOT_MET", "F.2.g": "NOT_MET" },
    ],
  ] as const)(
    "given %s, then an officer is needed and every clause is in evidence",
    (_, changes, clauses) => {
      const ticket = aTicket(changes);
      expect(decide(theFacts({ tickets: [ticket] }), aPolicy())).toEqual({
        outcome: "SEE_OFFICER",
        policyVersion: 1,
        ticket,
        waitedMs: THRESHOLD + 1,
        checkAgainFrom: null,
        clauses: { ...MET, ...clauses },
        contradictory: false,
      });
    },
  );

  it.each(["EXPIRED", "FULL", "DATA_CHANGE", null] as const)(
    "given a replacement for reason %s, then it qualifies",
    (replacementReason) => {
      expect(outcome({ tickets: [aTicket({ applicationType: "REPLACEMENT", replacementReason })] })).toBe(
        "ELIGIBLE",
      );
    },
  );
});

describe("another policy, another office", () => {
  it("given another threshold, then time is measured against it", () => {
    const policy = aPolicy({ thresholdMs: 45 * MINUTE });
    expect(decide(theFacts({ now: at("09:45") }), policy)).toMatchObject({
      outcome: "NOT_YET",
      checkAgainFrom: at("09:45:00.001"),
    });
    expect(outcome({ now: at("09:45:00.001") }, policy)).toBe("ELIGIBLE");
    expect(outcome({ now: at("10:00"), outages: [anOutage("09:45", null)] }, policy)).toBe("ELIGIBLE");
    expect(outcome({ now: at("10:00"), outages: [anOutage("09:44:59.999", null)] }, policy)).toBe("OUTAGE");
  });

  it("given a threshold of nothing, then there is no promised time for a disruption to fall into", () => {
    expect(outcome({ outages: [anOutage("08:00", null)] }, aPolicy({ thresholdMs: 0 }))).toBe("ELIGIBLE");
  });

  it("given other types, channels and reasons, then those decide", () => {
    const policy = aPolicy({
      qualifyingTypes: ["OTHER"],
      qualifyingChannels: ["WALK_IN"],
      excludedReasons: ["FULL"],
    });
    const ticket = aTicket({
      applicationType: "OTHER",
      bookingChannel: "WALK_IN",
      replacementReason: "LOST",
    });
    expect(outcome({ tickets: [ticket] }, policy)).toBe("ELIGIBLE");
    expect(outcome({ tickets: [aTicket()] }, policy)).toBe("SEE_OFFICER");
    expect(outcome({ tickets: [{ ...ticket, replacementReason: "FULL" }] }, policy)).toBe("SEE_OFFICER");
  });

  it("given another zone, then its date is the service date", () => {
    const now = Date.parse("2026-03-10T16:30:00.000Z");
    const tickets = [aTicket({ biometricTicketAt: now - THRESHOLD - 1 })];
    expect(outcome({ now, tickets, timeZone: JAKARTA })).toBe("ELIGIBLE");
    expect(outcome({ now, tickets, timeZone: "Asia/Jayapura" })).toBe("OTHER_DAY");
  });

  it("given a zone that does not exist, then that is a fault", () => {
    expect(() => decide(theFacts({ timeZone: "Asia/Nowhere" }), aPolicy())).toThrow(RangeError);
  });

  it("given a ticket with more than the rules know, then the same ticket comes back", () => {
    const ticket = { ...aTicket(), id: "T-1" };
    expect(decide({ ...theFacts(), tickets: [ticket] }, aPolicy()).ticket).toBe(ticket);
  });
});
