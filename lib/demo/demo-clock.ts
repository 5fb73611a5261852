import "server-only";
import { addDays, instantOf } from "@/lib/office/local-time";

/** Between these times of day, local, the demo office lives. */
export const DEMO_OPENS = "10:30";
export const DEMO_CLOSES = "16:00";

/** Where the demo's time comes from; stored once, so that restarts and further processes share it. */
export interface DemoAnchor {
  /** The system's instant (epoch ms) at which the demo first opened. */
  readonly anchorSystemMs: number;
  /** Local date `YYYY-MM-DD` of the first demo day. */
  readonly firstServiceDate: string;
}

export interface DemoCalendar {
  /** IANA name. */
  readonly timeZone: string;
  readonly isWorkingDay: (date: string) => boolean;
}

/** A calendar in which no day ever comes would loop without end; offices are closed for less than this. */
const LONGEST_BREAK_DAYS = 366;

/**
 * The first working day on or after a local date.
 * @throws when there is none within a year
 */
export function workingDayFrom(date: string, isWorkingDay: DemoCalendar["isWorkingDay"]): string {
  for (let days = 0; days <= LONGEST_BREAK_DAYS; days += 1) {
    const candidate = addDays(date, days);
    if (isWorkingDay(candidate)) return candidate;
  }
  throw new Error(`No working day within a year of ${date}`);
}

/** The last working day before a local date. */
export function workingDayBefore(date: string, isWorkingDay: DemoCalendar["isWorkingDay"]): string {
  for (let days = 1; days <= LONGEST_BREAK_DAYS; days += 1) {
    const candidate = addDays(date, -days);
    if (isWorkingDay(candidate)) return candidate;
  }
  throw new Error(`No working day within a year before ${date}`);
}

/**
 * The demo office's clock as a function of the system's: it begins at 10:30 of the first service date, runs at real
 * speed until 16:00 and goes on at 10:30 of the next working day. Each loop is a new service date, so nothing of an
 * earlier one is ever deleted or in the way. A system clock before the anchor counts as the anchor.
 * @returns epoch ms (office) for epoch ms (system); days already passed are remembered, so calls are cheap.
 */
export function demoClock(anchor: DemoAnchor, calendar: DemoCalendar): (systemMs: number) => number {
  const day = (date: string) => {
    const opens = instantOf(date, DEMO_OPENS, calendar.timeZone);
    return { date, opens, length: instantOf(date, DEMO_CLOSES, calendar.timeZone) - opens };
  };
  const first = {
    ...day(workingDayFrom(anchor.firstServiceDate, calendar.isWorkingDay)),
    systemMs: anchor.anchorSystemMs,
  };
  let current = first;
  return (systemMs) => {
    if (systemMs < current.systemMs) current = first;
    while (systemMs >= current.systemMs + current.length) {
      const next = workingDayFrom(addDays(current.date, 1), calendar.isWorkingDay);
      current = { ...day(next), systemMs: current.systemMs + current.length };
    }
    return current.opens + Math.max(0, systemMs - current.systemMs);
  };
}

/** One reading of the demo clock, see {@link demoClock}. */
export function demoInstant(anchor: DemoAnchor & DemoCalendar, systemMs: number): number {
  return demoClock(anchor, anchor)(systemMs);
}
