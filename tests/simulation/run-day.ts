import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/types";
import { setOfficeClock } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { changeOutage } from "@/lib/queue/change-outage";
import { lapseVouchers } from "@/lib/vouchers/lapse-vouchers";
import { addSouvenir } from "@/lib/vouchers/souvenirs/items";
import { placeOf, type Belief, type Place } from "./belief";
import { believe, disbelieve, readBook } from "./book";
import { breakableDoor } from "./faults";
import { eveningInvariants, invariants } from "./invariants";
import { judge } from "./judge";
import { dateAt, HOUR } from "./oracle";
import { removeAndJudge } from "./removal";
import { perform, type Office, type Outcome } from "./steps";
import type { Day } from "./world";

/** Where a day went wrong: ms after midnight, and everything that did not hold there. */
export interface Failure {
  readonly at: number;
  readonly violations: readonly string[];
}

let slot = 0;

async function someone(role: Role) {
  const [id, name] = [randomUUID(), "Orang Contoh"];
  await writeTransaction((tx) =>
    tx.user.create({ data: { id, name, role, email: `${id}@contoh.invalid`, username: id } }),
  );
  return { account: { id, name, role } };
}

async function officeOf({ mark }: Place): Promise<Office> {
  const staff = [await someone("officer"), await someone("officer"), await someone("supervisor")] as const;
  const name = `Payung ${mark}`;
  await addSouvenir(staff[2], { name, stock: 2, lowMark: 1, key: randomUUID() }, "opening");
  const { id: souvenirId } = await reader().souvenir.findUniqueOrThrow({
    where: { nameKey: name.toLowerCase() },
  });
  return { staff, souvenirId };
}

/** A disruption that still goes on would reach into the next day. */
async function endOutages(place: Place, office: Office): Promise<void> {
  for (const { id, system, reason, startedAt, endedAt } of (await readBook(place)).outages) {
    if (endedAt) continue;
    const newest = await reader().outageEvent.findFirst({
      where: { outageId: id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    const statement = {
      outageId: id,
      seen: newest?.id ?? null,
      system,
      reason,
      startedAt: startedAt.getTime(),
    };
    await changeOutage(
      office.staff[2],
      { ...statement, endedAt: "NOW", withdraw: false, note: "Hari berakhir", key: randomUUID() },
      "night",
    );
  }
}

/** Done to the books after every moment: how the harness itself is tested. */
export type Sabotage = (office: Office, outcomes: readonly Outcome[]) => Promise<void>;

async function liveThrough(place: Place, office: Office, sabotage?: Sabotage): Promise<Failure | null> {
  let belief: Belief = { tickets: new Map(), disruptions: [], withheld: new Set() };
  let book = await readBook(place);
  for (const { at, acts } of place.day.moments) {
    const now = place.midnight + at;
    setOfficeClock(() => now);
    const outcomes = await Promise.all(acts.map((act) => perform(place, office, act)));
    await sabotage?.(office, outcomes);
    const bookAfter = await readBook(place);
    const after = believe(place, belief, outcomes, bookAfter);
    const scene = { place, office, before: belief, after, acts, now, bookBefore: book, bookAfter };
    const violations = [...disbelieve(scene, bookAfter, outcomes), ...judge(scene, outcomes)];
    for await (const violation of invariants(office, bookAfter, outcomes)) violations.push(violation);
    if (violations.length > 0) return { at, violations };
    [belief, book] = [after, bookAfter];
  }
  const at = 25 * HOUR;
  setOfficeClock(() => place.midnight + at);
  await lapseVouchers("night");
  const violations = await removeAndJudge(place);
  for await (const violation of eveningInvariants(place, dateAt(place.midnight + at)))
    violations.push(violation);
  return violations.length > 0 ? { at, violations } : null;
}

/** Lives a day through, at a date of its own of the open database; null when everything held. */
export async function runDay(day: Day, sabotage?: Sabotage): Promise<Failure | null> {
  const place = placeOf(day, (slot += 1));
  setOfficeClock(() => place.midnight);
  const office = await officeOf(place);
  const mend = breakableDoor();
  try {
    return await liveThrough(place, office, sabotage);
  } finally {
    mend();
    setOfficeClock(() => place.midnight + 26 * HOUR);
    await endOutages(place, office);
  }
}
