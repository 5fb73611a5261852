import { HOUR, type Disruption, type Known } from "./oracle";
import type { Act, Day, Version } from "./world";

/** What the harness itself holds to be stored of a ticket, from what was delivered and decided. */
export interface Told {
  readonly version: Version;
  /** A supervisor's word on the review flag, and what the source said when they spoke. */
  readonly byHand: boolean | null;
  readonly sourceSaid: boolean | null;
}

export interface Belief {
  /** By the source's ticket id. */
  readonly tickets: ReadonlyMap<string, Told>;
  readonly disruptions: readonly Disruption[];
  /** Database ids of tickets from which a person withholds. */
  readonly withheld: ReadonlySet<string>;
}

/** A day at its place in a database: which copy of it, on which date. */
export interface Place {
  readonly day: Day;
  /** Set before every id, so that copies of one day in one database are strangers. */
  readonly mark: string;
  /** Epoch ms of the date's midnight. */
  readonly midnight: number;
}

/** Even seeds are Fridays, on whose midnight the office closes; others Tuesdays. A week between two places. */
export function placeOf(day: Day, slot: number): Place {
  const monday = Date.UTC(2028, 0, 3) + slot * 7 * 24 * HOUR;
  const date = monday + (day.seed % 2 === 0 ? 4 : 1) * 24 * HOUR;
  return { day, mark: `S${day.seed}-${slot}`, midnight: date - 7 * HOUR };
}

export const sourceId = ({ mark }: Place, person: number, ticket: number) => `${mark}-${person}-${ticket}`;
export const bookingOf = ({ midnight }: Place, person: number) =>
  `9900${String(Math.floor(midnight / 1000) % 1e10).padStart(10, "0")}${String(person).padStart(2, "0")}`;

const absolute = (midnight: number, at: number | null) => (at === null ? null : midnight + at);

/** A ticket's facts as the oracle wants them. A source that raises its flag anew is heard over an older clearing. */
export function knownOf({ midnight }: Place, { version, byHand, sourceSaid }: Told): Known {
  const { day, ticketAt, startedAt, review, type, reason, channel, smart } = version;
  const effective = byHand === null ? review : byHand || (review === true && sourceSaid !== true);
  return {
    ...{ type, reason, channel, smart, review: effective },
    serviceDate: new Date(midnight + 7 * HOUR + day * 24 * HOUR).toISOString().slice(0, 10),
    ticketAt: absolute(midnight, ticketAt),
    startedAt: absolute(midnight, startedAt),
  };
}

/** One way in which the facts of a person may have stood at some point of a moment. */
export interface Possibility {
  readonly tickets: ReadonlyMap<string, Known>;
  readonly disruptions: readonly Disruption[];
  readonly withheld: ReadonlySet<string>;
}

/** What happened in a moment: the belief before and after it, and the acts that may have been anywhere between. */
export interface Passage {
  readonly place: Place;
  readonly before: Belief;
  readonly after: Belief;
  readonly acts: readonly Act[];
  /** The office's instant, epoch ms. */
  readonly now: number;
}

function candidates(
  { place, before, after, acts }: Passage,
  person: number,
  ticket: number,
): (Known | null)[] {
  const id = sourceId(place, person, ticket);
  const [first, last] = [before.tickets.get(id), after.tickets.get(id)];
  if (!last) return [null];
  const between = acts.flatMap((act) =>
    act.do === "deliver"
      ? act.items
          .filter((item) => item.person === person && item.ticket === ticket)
          .flatMap(({ version }) => place.day.people[person]?.tickets[ticket]?.[version] ?? [])
      : [],
  );
  const newer = between.filter(
    ({ updatedAt }) =>
      updatedAt <= last.version.updatedAt && updatedAt > (first?.version.updatedAt ?? -Infinity),
  );
  const versions = [...(first ? [first.version] : []), ...newer];
  const words = [first ?? { byHand: null, sourceSaid: null }, last];
  const known = versions.flatMap((version) =>
    words.map(({ byHand, sourceSaid }) => knownOf(place, { version, byHand, sourceSaid })),
  );
  return first ? known : [null, ...known];
}

/** Every way in which one person's facts may have stood while the acts of a moment ran beside each other. */
export function possibilities(passage: Passage, person: number): Possibility[] {
  const { place, before, after } = passage;
  let all = [new Map<string, Known>()];
  (place.day.people[person]?.tickets ?? []).forEach((_, ticket) => {
    const id = sourceId(place, person, ticket);
    const choices = candidates(passage, person, ticket);
    all = all.flatMap((one) => choices.map((known) => (known ? new Map(one).set(id, known) : one)));
  });
  const withheld = [before.withheld, after.withheld];
  const disruptions = [before.disruptions, after.disruptions];
  return all.flatMap((tickets) =>
    disruptions.flatMap((some) => withheld.map((held) => ({ tickets, disruptions: some, withheld: held }))),
  );
}
