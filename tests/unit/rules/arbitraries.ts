import fc from "fast-check";
import { localDate } from "@/lib/rules/local-date";
import {
  APPLICATION_TYPES,
  BOOKING_CHANNELS,
  REPLACEMENT_REASONS,
  type Facts,
  type OutageFacts,
  type Policy,
  type TicketFacts,
} from "@/lib/rules/types";
import { aPolicy, HOUR } from "./given";

/** Zones on both edges of the date line, with half hours, and with summer time on either hemisphere. */
export const ZONES = [
  "Asia/Jakarta",
  "Asia/Makassar",
  "Asia/Jayapura",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "UTC",
] as const;

const YEAR_START = Date.parse("2026-01-01T00:00:00.000Z");
export const anyInstant = fc.integer({ min: YEAR_START, max: YEAR_START + 366 * 24 * HOUR });
export const anyZone = fc.constantFrom(...ZONES);
export const anyThreshold = fc.integer({ min: 1, max: 6 * HOUR });

const orUnknown = <T>(...values: readonly T[]) => fc.constantFrom<(T | null)[]>(...values, null);

export const anyApplication = fc.record({
  applicationType: orUnknown(...APPLICATION_TYPES),
  replacementReason: orUnknown(...REPLACEMENT_REASONS),
  bookingChannel: orUnknown(...BOOKING_CHANNELS),
  registeredInSmart: orUnknown(true, false),
  underReview: orUnknown(true, false),
});

/** Instants near a given one, where the comparisons are decided. */
export const near = (instant: number) =>
  fc.integer({ min: -7 * HOUR, max: 7 * HOUR }).map((offset) => instant + offset);

export const anyOutageNear = (instant: number): fc.Arbitrary<OutageFacts> =>
  fc.record({ startedAt: near(instant), endedAt: fc.option(near(instant)) });

export const anyTicketNear = (now: number, timeZone: string): fc.Arbitrary<TicketFacts> =>
  fc
    .record({
      serviceDate: fc.oneof(
        { weight: 4, arbitrary: fc.constant(localDate(now, timeZone)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(-1, 1).map((days) => localDate(now + days * 24 * HOUR, timeZone)),
        },
      ),
      biometricTicketAt: fc.option(near(now), { freq: 6 }),
      biometricStartedAt: fc.option(near(now), { freq: 2 }),
      application: anyApplication,
    })
    .map(({ application, ...times }) => ({ ...times, ...application }));

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    thresholdMs: anyThreshold,
    qualifyingTypes: fc.subarray([...APPLICATION_TYPES], { minLength: 1 }),
    qualifyingChannels: fc.subarray([...BOOKING_CHANNELS], { minLength: 1 }),
    excludedReasons: fc.subarray([...REPLACEMENT_REASONS]),
  })
  .map(aPolicy);

export const anyFacts: fc.Arbitrary<Facts> = fc.tuple(anyInstant, anyZone).chain(([now, timeZone]) =>
  fc.record({
    now: fc.constant(now),
    timeZone: fc.constant(timeZone),
    tickets: fc.array(anyTicketNear(now, timeZone), { maxLength: 4 }),
    outages: fc.array(anyOutageNear(now), { maxLength: 2 }),
  }),
);
