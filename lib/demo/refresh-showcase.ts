import "server-only";
import { isServiceDay } from "@/lib/office/calendar";
import { localParts } from "@/lib/office/local-time";
import { readSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import { voucherToken } from "@/lib/vouchers/tokens";
import { workingDayBefore } from "./demo-clock";
import { assertDemo } from "./demo-only";
import {
  periodAt,
  showcaseBooking,
  showcaseDelivery,
  showcasePayload,
  showcasePerson,
  showcaseTicketId,
  showcaseTicketPrefix,
  type ShowcaseMoment,
  type ShowcasePerson,
} from "./showcase";
import { EXPECTED_OUTCOME } from "./showcase-cases";
import { OTHER_CASES, TICKET_CASES, type ShowcaseCase, type ShowcaseItem, type TicketCase } from "./types";

/** The office's moment, as the showcase wants it. */
export async function showcaseMoment(): Promise<ShowcaseMoment> {
  const settings = await readSettings(reader());
  const instant = now().getTime();
  const serviceDate = localParts(instant, settings.timeZone).date;
  const otherDate = workingDayBefore(serviceDate, (date) => isServiceDay(date, settings));
  return { now: instant, serviceDate, otherDate, timeZone: settings.timeZone };
}

/**
 * Brings the showcase's tickets up to the office's now and names what to scan for each case. A person whom a visitor
 * has used (a voucher, a ruling, an entry by hand) is left as they are and a fresh one takes their place; numbers shown
 * before stay valid. May run any number of times and in several processes.
 * @throws in real mode
 */
export async function refreshShowcase(): Promise<ShowcaseItem[]> {
  assertDemo();
  const moment = await showcaseMoment();
  const known = await knownPeople(moment.serviceDate);
  const current = TICKET_CASES.map((id) => currentPerson(id, known, moment));

  const people = new Map<string, ShowcasePerson>();
  for (const row of known.values()) people.set(row.ticketId, row.person);
  for (const person of current) people.set(showcaseTicketId(person, moment.serviceDate), person);
  const due = [...people].flatMap(([ticketId, person]) => {
    const delivery = showcaseDelivery(person, moment);
    const row = known.get(ticketId);
    if (delivery === null) return [];
    if (row === undefined) return [delivery];
    // Facts on which a voucher or an officer's entry rests are nobody's to move.
    if (row.byHand || (row.used && person.id === "not-yet")) return [];
    return Date.parse(delivery.updatedAt) > row.sourceUpdatedAt ? [delivery] : [];
  });
  if (due.length > 0) await ingestTickets(due, { kind: "DEMO" });

  const ticketItems = current.map((person) => itemFor(person.id, person, moment));
  return [...ticketItems, ...OTHER_CASES.map((id) => otherItem(id, known, moment))];
}

interface KnownPerson {
  readonly ticketId: string;
  readonly person: ShowcasePerson;
  readonly byHand: boolean;
  readonly used: boolean;
  readonly sourceUpdatedAt: number;
  readonly voucher: { readonly id: string; readonly state: string; readonly issuedAt: Date } | null;
}

async function knownPeople(serviceDate: string): Promise<Map<string, KnownPerson>> {
  const rows = await reader().ticket.findMany({
    where: { sourceTicketId: { startsWith: showcaseTicketPrefix(serviceDate) } },
    select: {
      sourceTicketId: true,
      source: true,
      sourceUpdatedAt: true,
      voucher: { select: { id: true, state: true, issuedAt: true } },
      rulings: { select: { id: true }, take: 1 },
    },
  });
  const people = rows.flatMap((row): KnownPerson[] => {
    const person = showcasePerson(row.sourceTicketId);
    if (person === null) return [];
    const byHand = row.source !== "demo";
    const used = byHand || row.voucher !== null || row.rulings.length > 0;
    const sourceUpdatedAt = row.sourceUpdatedAt.getTime();
    return [{ ticketId: row.sourceTicketId, person, byHand, used, sourceUpdatedAt, voucher: row.voucher }];
  });
  return new Map(people.map((one) => [one.ticketId, one]));
}

function currentPerson(
  id: TicketCase,
  known: ReadonlyMap<string, KnownPerson>,
  moment: ShowcaseMoment,
): ShowcasePerson {
  const period = periodAt(id, moment);
  for (let turn = 0; ; turn += 1) {
    const person = { id, period, turn };
    if (!known.get(showcaseTicketId(person, moment.serviceDate))?.used) return person;
  }
}

function itemFor(id: ShowcaseCase, person: ShowcasePerson, moment: ShowcaseMoment): ShowcaseItem {
  const bookingCode = showcaseBooking(person, moment.serviceDate);
  const payload = showcasePayload(person.id, bookingCode, moment.serviceDate);
  return { id, outcome: EXPECTED_OUTCOME[id], payload, bookingCode };
}

/** The cases of text alone, and those that follow from the newest voucher a visitor got. */
function otherItem(
  id: (typeof OTHER_CASES)[number],
  known: ReadonlyMap<string, KnownPerson>,
  moment: ShowcaseMoment,
): ShowcaseItem {
  const outcome = EXPECTED_OUTCOME[id];
  const holder = (...states: string[]) =>
    [...known.values()]
      .filter(({ voucher }) => voucher && states.includes(voucher.state))
      .sort((a, b) => Number(b.voucher?.issuedAt ?? 0) - Number(a.voucher?.issuedAt ?? 0))[0];
  const about = (one: KnownPerson | undefined): ShowcaseItem =>
    one ? itemFor(id, one.person, moment) : { id, outcome, payload: null, bookingCode: null };
  switch (id) {
    case "eligible-again":
      return about(holder("ISSUED", "CONFIRMED"));
    case "already-received":
      return about(holder("COMPLETED"));
    case "voucher": {
      const voucher = holder("ISSUED", "CONFIRMED")?.voucher;
      return { id, outcome, payload: voucher ? voucherToken(voucher.id) : null, bookingCode: null };
    }
    case "unknown":
    case "unreadable":
    case "ambiguous": {
      const payload = showcasePayload(id, "", moment.serviceDate);
      return { id, outcome, payload, bookingCode: id === "unknown" ? payload : null };
    }
  }
}
