import "server-only";
import { officeSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { localDate } from "@/lib/rules/local-date";
import type { StaffContext } from "@/lib/vouchers/staff-call";
import type { CalledLine, CompensationSeries, SeriesLine, WallState } from "./types";

/** How many of the next numbers the wall names. */
const NEXT_ON_WALL = 3;
const CALLED_ON_WALL = 4;

/** Which vouchers of a date may be called: confirmed, and the priority service (F.1) not yet given. */
export const callable = (serviceDate: string) =>
  ({
    serviceDate,
    state: "CONFIRMED",
    steps: { some: { step: "PRIORITY", state: "OPEN" } },
  }) as const;

async function linesOf(serviceDate: string) {
  const rows = await reader().voucher.findMany({
    where: callable(serviceDate),
    include: { counterCall: true },
    orderBy: [{ confirmedAt: "asc" }, { seq: "asc" }],
  });
  const waiting: SeriesLine[] = [];
  const called: CalledLine[] = [];
  const absent: CalledLine[] = [];
  for (const { id, number, confirmedAt, issuedAt, counterCall } of rows) {
    const line = { voucherId: id, number, since: (confirmedAt ?? issuedAt).getTime() };
    if (!counterCall) {
      waiting.push(line);
      continue;
    }
    const { counter, calls, calledAt, state } = counterCall;
    const list = state === "CALLED" ? called : absent;
    list.push({ ...line, counter, calls, calledAt: calledAt.getTime() });
  }
  const newestFirst = (one: CalledLine, other: CalledLine) => other.calledAt - one.calledAt;
  return { waiting, called: called.sort(newestFirst), absent: absent.sort(newestFirst) };
}

/** Today's compensation series: who waits in the order of confirmation, who is called where, who was not there. */
export async function compensationSeries(_context: StaffContext): Promise<CompensationSeries> {
  const { counters, timeZone } = await officeSettings();
  return { counters, ...(await linesOf(localDate(now().getTime(), timeZone))) };
}

/** What anybody in the hall may see: numbers and counters, nothing of a person. */
export async function wallState(): Promise<WallState> {
  const { name, timeZone, complaintRoom } = await officeSettings();
  const at = now().getTime();
  const { called, waiting } = await linesOf(localDate(at, timeZone));
  return {
    now: at,
    build: process.env.JANJI_BUILD ?? "",
    office: name,
    room: complaintRoom.name,
    timeZone,
    called: called.slice(0, CALLED_ON_WALL).map(({ number, counter, calls }) => ({ number, counter, calls })),
    next: waiting.slice(0, NEXT_ON_WALL).map(({ number }) => number),
  };
}
