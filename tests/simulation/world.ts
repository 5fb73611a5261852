import { seededRandom, type Random } from "@/lib/demo/random";
import type { Fault } from "./faults";
import { HOUR, type Known } from "./oracle";

/** A version of a ticket as the feed tells it; instants are ms after the day's midnight. */
export interface Version extends Omit<Known, "serviceDate"> {
  readonly updatedAt: number;
  /** The service date, in days from the simulated one. */
  readonly day: number;
}

/** An applicant: tickets under one booking, each as its versions in the source's order. */
export interface Person {
  readonly booked: boolean;
  readonly tickets: readonly (readonly Version[])[];
}

interface Told {
  readonly person: number;
  readonly ticket: number;
  readonly version: number;
}

export type Deed =
  | { readonly do: "deliver"; readonly items: readonly Told[] }
  | { readonly do: "scan"; readonly person: number; readonly kiosk: number }
  | { readonly do: "confirm"; readonly person: number; readonly by: number; readonly override: boolean }
  | {
      readonly do: "tap";
      readonly person: number;
      readonly by: number;
      readonly step: "APOLOGY" | "SOUVENIR" | "PRIORITY";
      readonly how: "DONE" | "SETTLED" | "PROMISED";
      readonly override: boolean;
    }
  | {
      readonly do: "undo";
      readonly person: number;
      readonly by: number;
      readonly step: "APOLOGY" | "SOUVENIR" | "PRIORITY";
    }
  | { readonly do: "withhold" | "reopen"; readonly person: number; readonly by: number }
  | { readonly do: "grant"; readonly person: number; readonly by: number }
  | { readonly do: "keep" | "unkeep"; readonly person: number; readonly by: number }
  | { readonly do: "sign"; readonly person: number; readonly by: number; readonly drawn: boolean }
  | { readonly do: "flag"; readonly person: number; readonly ticket: number; readonly raised: boolean }
  | { readonly do: "outage"; readonly outage: number; readonly from: number; readonly to: number | null }
  | { readonly do: "stock"; readonly pieces: number }
  | { readonly do: "lapse" }
  | { readonly do: "restart" };

/** A deed with what breaks under it, how often its request is sent at once, and whether it is sent again afterwards. */
export type Act = Deed & { readonly fault: Fault | null; readonly copies: number; readonly again: boolean };

/** What happens in one instant, ms after the day's midnight; all acts of a moment run at once. */
export interface Moment {
  readonly at: number;
  readonly acts: readonly Act[];
}

export interface Day {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly moments: readonly Moment[];
  /** What breaks under the removal of personal data, once their time is over. */
  readonly removal: Fault | null;
}

const MINUTE = 60_000;
const PROMISE = 2 * HOUR;
const STEPS = ["APOLOGY", "SOUVENIR", "PRIORITY"] as const;

function somebody(random: Random): Person {
  const facts = {
    type: random.chance(85) ? random.pick(["NEW", "REPLACEMENT"]) : random.pick(["OTHER", null]),
    reason: random.chance(85) ? null : random.pick(["EXPIRED", "DAMAGED", "LOST"]),
    channel: random.chance(85) ? random.pick(["M_PASPOR", "ONLINE_QUEUE"]) : random.pick(["WALK_IN", null]),
    smart: random.chance(92) ? true : random.pick([false, null]),
    review: random.chance(85) ? false : random.pick([true, null]),
  } as const;
  const ticketOf = (day: number): Version[] => {
    const ticketAt = random.between(5 * 60, 11 * 60) * MINUTE + random.between(0, MINUTE - 1);
    const wait = random.chance(20) ? PROMISE + random.between(-1, 1) : random.between(60, 240) * MINUTE;
    const arrived: Version = { ...facts, day, ticketAt: null, startedAt: null, updatedAt: ticketAt - MINUTE };
    const numbered = { ...arrived, ticketAt, updatedAt: ticketAt };
    const started = { ...numbered, startedAt: ticketAt + wait, updatedAt: ticketAt + wait };
    const versions = [arrived, numbered, ...(random.chance(60) ? [started] : [])];
    const last = versions.at(-1) ?? numbered;
    if (random.chance(25))
      versions.push({
        ...last,
        updatedAt: last.updatedAt + random.between(1, 90) * MINUTE,
        ...random.pick<Partial<Version>>([
          { review: true },
          { review: false },
          { ticketAt: ticketAt - 30 * MINUTE },
          { ticketAt: ticketAt + 45 * MINUTE },
          { type: "OTHER" as const },
          { startedAt: ticketAt - MINUTE },
          { day: day + 1 },
        ]),
      });
    return versions;
  };
  const tickets = [ticketOf(random.chance(92) ? 0 : random.pick([-1, 1]))];
  if (random.chance(20)) tickets.push(ticketOf(random.pick([0, 0, -1])));
  return { booked: random.chance(94), tickets };
}

function fault(random: Random, percent = 18): Fault | null {
  if (!random.chance(percent)) return null;
  return random.pick<Fault>([
    { kind: "KILLED", statement: random.between(0, 24) },
    { kind: "LOST" },
    { kind: "BUSY", tries: random.between(1, 2) },
    { kind: "FULL", statement: random.between(0, 12) },
  ]);
}

/** Everything that one person's visit brings about: deliveries, scans, taps, and what people decide. */
function visit(random: Random, { tickets }: Person, person: number): (Deed & { at: number })[] {
  const deeds: (Deed & { at: number })[] = [];
  tickets.forEach((versions, ticket) => {
    versions.forEach(({ updatedAt }, version) => {
      const late = random.chance(20) ? random.between(1, 60) * MINUTE : 0;
      const items = [{ person, ticket, version }];
      deeds.push({ at: updatedAt + late, do: "deliver", items });
      if (random.chance(20))
        deeds.push({ at: updatedAt + random.between(0, 90) * MINUTE, do: "deliver", items });
    });
  });
  const from = tickets[0]?.find(({ ticketAt }) => ticketAt !== null)?.ticketAt ?? 8 * HOUR;
  const due = from + PROMISE;
  const scan = (at: number) => deeds.push({ at, do: "scan", person, kiosk: random.between(0, 2) });
  scan(from + random.between(-10, 115) * MINUTE);
  scan(due + random.between(0, 1));
  if (random.chance(70)) scan(due + random.between(2, 90) * MINUTE);
  if (random.chance(40)) for (let kiosk = 0; kiosk < 3; kiosk += 1) scan(due + 5 * MINUTE);
  const later = () => due + random.between(1, 120) * MINUTE;
  const by = () => random.between(0, 2);
  if (random.chance(75)) {
    for (const step of random.chance(80) ? STEPS : random.shuffled(STEPS).slice(1)) {
      const at = later();
      // Now and then two or three tablets at the same instant.
      for (let tablets = random.pick([1, 1, 2, 3]); tablets > 0; tablets -= 1) {
        const how = random.pick(["DONE", "DONE", "DONE", "SETTLED", "PROMISED"]);
        deeds.push({ at, do: "tap", person, by: by(), step, how, override: random.chance(25) });
      }
    }
    if (random.chance(30))
      deeds.push({ at: later(), do: "confirm", person, by: by(), override: random.chance(30) });
    if (random.chance(40))
      deeds.push({ at: later(), do: "undo", person, by: by(), step: random.pick(STEPS) });
    for (let often = random.between(0, 2); often > 0; often -= 1)
      deeds.push({ at: later() + 30 * MINUTE, do: "sign", person, by: by(), drawn: random.chance(80) });
    for (const deed of random.pick<("keep" | "unkeep")[]>([[], ["keep"], ["keep", "keep", "unkeep"]]))
      deeds.push({ at: later() + 60 * MINUTE, do: deed, person, by: by() });
  }
  if (random.chance(12))
    deeds.push({ at: due - random.between(-40, 20) * MINUTE, do: "withhold", person, by: by() });
  if (random.chance(10)) deeds.push({ at: later(), do: "reopen", person, by: by() });
  if (random.chance(15))
    deeds.push({ at: due + random.between(0, 60) * MINUTE, do: "grant", person, by: by() });
  if (random.chance(12)) {
    const ticket = random.between(0, tickets.length - 1);
    deeds.push({
      at: due + random.between(-60, 60) * MINUTE,
      do: "flag",
      person,
      ticket,
      raised: random.chance(60),
    });
  }
  return deeds;
}

/** A hall day as plain data: the same seed makes the same one on every machine. */
export function dayOf(seed: number): Day {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1));
  const people = Array.from({ length: random.between(2, 5) }, () => somebody(random));
  const deeds = people.flatMap((person, index) => visit(random, person, index));
  const nobody = random.between(0, people.length - 1);
  if (random.chance(45)) {
    const from = random.between(5 * 60, 12 * 60) * MINUTE;
    const to = from + random.between(5, 50) * MINUTE;
    const told = random.chance(50) ? from : from + random.between(10, 200) * MINUTE;
    deeds.push({ at: told, do: "outage", outage: 0, from, to: told < to ? null : to });
    // Ended, and sometimes taken back: of no length it counts as if it had never been.
    deeds.push({
      at: Math.max(told, to) + MINUTE,
      do: "outage",
      outage: 0,
      from,
      to: random.chance(15) ? from : to,
    });
  }
  for (let count = random.between(0, 2); count > 0; count -= 1)
    deeds.push({ at: random.between(6 * 60, 15 * 60) * MINUTE, do: "stock", pieces: random.between(1, 2) });
  const evening: (Deed & { at: number })[] = [24 * HOUR - 1, 24 * HOUR].flatMap((at) => [
    { at, do: "scan" as const, person: nobody, kiosk: 0 },
    {
      at,
      do: "tap" as const,
      person: nobody,
      by: 0,
      step: "APOLOGY" as const,
      how: "DONE" as const,
      override: false,
    },
    { at, do: "lapse" as const },
    ...(random.chance(50) ? [{ at, do: "lapse" as const }] : []),
  ]);
  const acts = [...deeds, ...evening].sort((one, other) => one.at - other.at);
  const moments: { at: number; acts: Act[] }[] = [];
  for (const { at, ...deed } of acts) {
    const copies = random.chance(12) ? 2 : 1;
    const act: Act = { ...deed, fault: fault(random), copies, again: random.chance(70) };
    const open = moments.at(-1);
    // A moment holds what happens at the same instant, and at times what would have come soon after.
    const joins = open && open.acts.length < 5 && (open.at === at || (at < 23 * HOUR && random.chance(30)));
    if (joins) open.acts.push(act);
    else moments.push({ at, acts: [act] });
    if (random.chance(3)) {
      const restart: Act = { do: "restart", fault: null, copies: 1, again: false };
      moments.push({ at: moments.at(-1)?.at ?? at, acts: [restart] });
    }
  }
  return { seed, people, moments, removal: random.chance(50) ? fault(random, 100) : null };
}
