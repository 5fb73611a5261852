import { describe, expect, it } from "vitest";
import { chooseTicket } from "@/lib/rules/choose-ticket";
import { localDate } from "@/lib/rules/local-date";
import { disrupted, overlaps } from "@/lib/rules/outage-overlap";
import { aTicket, at, DAY } from "./given";

describe("localDate", () => {
  it.each([
    ["2026-03-10T16:59:59.999Z", "Asia/Jakarta", "2026-03-10"],
    ["2026-03-10T17:00:00.000Z", "Asia/Jakarta", "2026-03-11"],
    ["2026-03-10T14:59:59.999Z", "Asia/Jayapura", "2026-03-10"],
    ["2026-03-10T15:00:00.000Z", "Asia/Jayapura", "2026-03-11"],
    ["2026-03-10T16:00:00.000Z", "Asia/Makassar", "2026-03-11"],
    ["2026-03-10T18:14:59.999Z", "Asia/Kathmandu", "2026-03-10"],
    ["2026-03-10T18:15:00.000Z", "Asia/Kathmandu", "2026-03-11"],
    ["2026-01-15T03:29:59.999Z", "America/St_Johns", "2026-01-14"],
    ["2026-01-15T03:30:00.000Z", "America/St_Johns", "2026-01-15"],
    ["2026-07-15T02:29:59.999Z", "America/St_Johns", "2026-07-14"],
    ["2026-07-15T02:30:00.000Z", "America/St_Johns", "2026-07-15"],
    ["2026-12-31T09:59:59.999Z", "Pacific/Kiritimati", "2026-12-31"],
    ["2026-12-31T10:00:00.000Z", "Pacific/Kiritimati", "2027-01-01"],
    ["2026-01-01T10:59:59.999Z", "Pacific/Pago_Pago", "2025-12-31"],
    ["2024-02-28T17:00:00.000Z", "Asia/Jakarta", "2024-02-29"],
    // Clocks go forward and back in Berlin on these nights; the date changes at their midnight all the same.
    ["2026-03-28T22:59:59.999Z", "Europe/Berlin", "2026-03-28"],
    ["2026-03-29T22:00:00.000Z", "Europe/Berlin", "2026-03-30"],
    ["2026-10-24T22:00:00.000Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T22:59:59.999Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T23:00:00.000Z", "Europe/Berlin", "2026-10-26"],
    // Samoa had no 30 December 2011.
    ["2011-12-30T09:59:59.999Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00.000Z", "Pacific/Apia", "2011-12-31"],
    ["0999-06-01T00:00:00.000Z", "UTC", "0999-06-01"],
  ])("at %s in %s it is %s", (instant, timeZone, date) => {
    expect(localDate(Date.parse(instant), timeZone)).toBe(date);
  });

  it("refuses an unknown zone, also when asked again", () => {
    expect(() => localDate(0, "Mars/Olympus")).toThrow(RangeError);
    expect(() => localDate(0, "Mars/Olympus")).toThrow(RangeError);
  });

  it("refuses what is no instant", () => {
    expect(() => localDate(Number.NaN, "UTC")).toThrow(RangeError);
  });
});

describe("chooseTicket", () => {
  const early = aTicket({ biometricTicketAt: at("09:00") });
  const late = aTicket({ biometricTicketAt: at("10:00") });
  const unnumbered = aTicket({ biometricTicketAt: null });
  const otherDay = aTicket({ serviceDate: "2026-03-09", biometricTicketAt: at("08:00") });

  it.each([
    ["the earliest number, whatever the order", [late, early], early],
    ["the earliest number, whatever the order", [early, late], early],
    ["a number before an arrival without one", [unnumbered, late], late],
    ["a number before an arrival without one", [late, unnumbered], late],
    ["today's, though another day's number is earlier", [otherDay, late], late],
    ["an arrival without a number when none has one", [otherDay, unnumbered], unnumbered],
    ["nothing when none is for today", [otherDay], null],
    ["nothing when there is none", [], null],
  ])("takes %s", (_, tickets, expected) => {
    expect(chooseTicket(tickets, DAY)).toBe(expected);
  });

  it("takes a number given out at the epoch for a number", () => {
    const atEpoch = aTicket({ biometricTicketAt: 0 });
    expect(chooseTicket([early, atEpoch], DAY)).toBe(atEpoch);
  });

  it("takes the first of equals", () => {
    const twin = { ...early };
    expect(chooseTicket([early, twin], DAY)).toBe(early);
    expect(chooseTicket([twin, early], DAY)).toBe(twin);
    const unnumberedTwin = { ...unnumbered };
    expect(chooseTicket([unnumberedTwin, unnumbered], DAY)).toBe(unnumberedTwin);
  });
});

describe("overlaps", () => {
  it.each([
    [{ from: 10, until: 20 }, { from: 0, until: 10 }, false],
    [{ from: 10, until: 20 }, { from: 0, until: 11 }, true],
    [{ from: 10, until: 20 }, { from: 20, until: 30 }, false],
    [{ from: 10, until: 20 }, { from: 19, until: 30 }, true],
    [{ from: 10, until: 20 }, { from: 0, until: 30 }, true],
    [{ from: 10, until: 20 }, { from: 12, until: 13 }, true],
    [{ from: 10, until: 20 }, { from: 15, until: 15 }, false],
    [{ from: 10, until: 20 }, { from: 15, until: 12 }, false],
    [{ from: 15, until: 15 }, { from: 10, until: 20 }, false],
  ])("%o and %o: %s", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

describe("disrupted", () => {
  const promised = { from: 10, until: 20 };

  it("counts a disruption from the instant it begins", () => {
    expect(disrupted(promised, [{ startedAt: 15, endedAt: null }], 14)).toBe(false);
    expect(disrupted(promised, [{ startedAt: 15, endedAt: null }], 15)).toBe(true);
  });

  it("lets one that still goes on reach over everything after its beginning", () => {
    expect(disrupted(promised, [{ startedAt: 0, endedAt: null }], 15)).toBe(true);
    expect(disrupted(promised, [{ startedAt: 20, endedAt: null }], 30)).toBe(false);
  });

  it("takes an end at the epoch for an end", () => {
    expect(disrupted(promised, [{ startedAt: -5, endedAt: 0 }], 15)).toBe(false);
  });

  it("finds nothing among none", () => {
    expect(disrupted(promised, [], 15)).toBe(false);
  });
});
