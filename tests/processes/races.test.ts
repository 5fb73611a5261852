import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActionResult } from "@/lib/platform/types";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { newKey } from "../support/keys";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { databaseSource, type SharedDatabase } from "../support/shared-database";

const ROUNDS = 200;
/** A kiosk may ask 30 times a minute, at both processes together on PostgreSQL, so the rounds go round among many. */
const KIOSKS = 16;

type Check = ActionResult<KioskAnswer>;

function eligible(answer: Check): Extract<KioskAnswer, { outcome: "ELIGIBLE" }> {
  if (!answer.ok || answer.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Without the instant at which each process gave it. */
const withoutClock = (answer: Check) => ({ ...eligible(answer), serverNow: 0 });

const whole = (count: number) => Array.from({ length: count }, (_, index) => index);

beforeAll(() => ensureBuilt());

describe.each(["sqlite", "postgres"] as const)("two server processes on one %s database", (kind) => {
  const cleanUps: (() => unknown)[] = [];
  let database: SharedDatabase;
  let first: RunningServer;
  let second: RunningServer;
  let bookings: string[];

  beforeAll(async () => {
    const source = await databaseSource(kind);
    cleanUps.push(source.stop);
    database = await source.fresh();
    cleanUps.push(database.drop);
    [first, second] = await Promise.all([startServer(database.options), startServer(database.options)]);
    cleanUps.push(first.stop, second.stop);
    const now = await officeNow(first);
    const tickets = whole(2 * ROUNDS).map(() => applicant(now, 130));
    await pushTickets(first, tickets);
    bookings = tickets.map(({ bookingCode }) => bookingCode);
  });

  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  });

  const kiosks = (server: RunningServer) =>
    Promise.all(whole(KIOSKS).map(() => new ActionClient(server).enrol()));

  /** One round's member of a list that is shorter than the rounds. */
  const of = <T>(list: readonly T[], round: number): T => list[round % list.length] as T;

  test(`the same booking at two kiosks at once is one voucher, ${ROUNDS} times`, async () => {
    const [here, there] = await Promise.all([kiosks(first), kiosks(second)]);
    for (const round of whole(ROUNDS)) {
      const booking = of(bookings, round);
      const answers = await Promise.all([of(here, round).check(booking), of(there, round).check(booking)]);
      const [one, other] = answers.map(eligible);
      expect(one?.slip).toEqual(other?.slip);
      expect([one?.fresh, other?.fresh].sort()).toEqual([false, true]);
    }
  });

  test(`the same key at both processes at once is one effect and one answer, ${ROUNDS} times`, async () => {
    const here = await kiosks(first);
    for (const round of whole(ROUNDS)) {
      const booking = of(bookings, ROUNDS + round);
      const [kiosk, key] = [of(here, round), newKey()];
      const answers = await Promise.all([kiosk.check(booking, key), kiosk.check(booking, key, second)]);
      const [one, other] = answers.map(withoutClock);
      expect(one).toEqual(other);
      expect(one?.fresh).toBe(true);
    }
  });

  test(`two tablets that record the same step at once record it once, ${ROUNDS} times`, async () => {
    const vouchers = await database.rows<{ id: string }>(
      `SELECT "id" FROM "vouchers" ORDER BY "seq" LIMIT ${ROUNDS}`,
    );
    const tablets = await Promise.all([
      new ActionClient(first).signIn("petugas", DEMO_PASSWORDS.petugas),
      new ActionClient(second).signIn("penyelia", DEMO_PASSWORDS.penyelia),
    ]);
    expect(vouchers).toHaveLength(ROUNDS);
    for (const { id: voucherId } of vouchers) {
      const answers = await Promise.all(
        tablets.map((tablet) => {
          const input = { voucherId, step: "APOLOGY", key: newKey() };
          return tablet.act("/staff", "recordStepAction", input);
        }),
      );
      const said = answers.map((answer) => (answer.ok ? "DONE" : answer.code)).sort();
      expect(said).toEqual(["ALREADY_DONE", "DONE"]);
    }
  });

  test("what the database holds of it all is one of each", async () => {
    const vouchers = await database.rows<{
      seq: number;
      number: string;
      ticketId: string;
      issuedAt: unknown;
    }>(`SELECT "seq", "number", "ticketId", "issuedAt" FROM "vouchers" ORDER BY "seq"`);
    expect(vouchers.map(({ seq }) => seq)).toEqual(whole(2 * ROUNDS).map((index) => index + 1));
    const numbers = vouchers.map(({ seq }) => `K-${String(seq).padStart(3, "0")}`);
    expect(vouchers.map(({ number }) => number)).toEqual(numbers);
    expect(new Set(vouchers.map(({ ticketId }) => ticketId)).size).toBe(2 * ROUNDS);
    const instants = vouchers.map(({ issuedAt }) => new Date(issuedAt as string).getTime());
    expect(instants).toEqual([...instants].sort((one, other) => one - other));

    const count = async (from: string) => {
      const [row] = await database.rows<{ count: number | string }>(
        `SELECT count(*) AS "count" FROM ${from}`,
      );
      return Number(row?.count);
    };
    expect(await count(`"day_counters" WHERE "lastNumber" = ${2 * ROUNDS}`)).toBe(1);
    expect(await count(`"print_jobs" WHERE "kind" = 'VOUCHER'`)).toBe(2 * ROUNDS);
    expect(await count(`"audit_events" WHERE "action" = 'voucher.issued'`)).toBe(2 * ROUNDS);
    // Two kiosks asked of each of the first half, one kiosk twice under one key of the second.
    expect(await count(`"decision_records" WHERE "source" = 'KIOSK' AND "outcome" = 'ELIGIBLE'`)).toBe(
      3 * ROUNDS,
    );
    expect(await count(`"voucher_steps" WHERE "state" = 'DONE'`)).toBe(ROUNDS);
    expect(await count(`"voucher_events" WHERE "kind" = 'STEP_DONE'`)).toBe(ROUNDS);
    expect(await count(`"voucher_events" WHERE "kind" = 'CONFIRMED'`)).toBe(ROUNDS);
    expect(await count(`"audit_events" WHERE "action" = 'voucher.step-done'`)).toBe(ROUNDS);
  });

  test("the last of a souvenir at two tablets at once goes to one of them, and none is counted twice", async () => {
    const [stock, pairs] = [25, 30];
    const here = await new ActionClient(first).signIn("penyelia", DEMO_PASSWORDS.penyelia);
    const there = await new ActionClient(second).signIn("kepala", DEMO_PASSWORDS.kepala);
    const item = { name: "Piagam", stock, lowMark: 1, key: newKey() };
    expect((await here.act("/staff/souvenirs", "addSouvenirAction", item)).ok).toBe(true);
    const [{ id: souvenirId } = { id: "" }] = await database.rows<{ id: string }>(
      `SELECT "id" FROM "souvenirs" WHERE "name" = 'Piagam'`,
    );
    const vouchers = await database.rows<{ id: string }>(
      `SELECT "id" FROM "vouchers" ORDER BY "seq" LIMIT ${2 * pairs} OFFSET ${ROUNDS}`,
    );
    const said: string[] = [];
    for (const pair of whole(pairs)) {
      const answers = await Promise.all(
        [here, there].map((tablet, index) => {
          const voucherId = vouchers[2 * pair + index]?.id;
          const input = { voucherId, step: "SOUVENIR", souvenirId, key: newKey() };
          return tablet.act("/staff", "recordStepAction", input);
        }),
      );
      said.push(...answers.map((answer) => (answer.ok ? "GIVEN" : answer.code)));
    }
    expect(said.filter((code) => code === "GIVEN")).toHaveLength(stock);
    expect(said.filter((code) => code === "NONE_LEFT")).toHaveLength(2 * pairs - stock);
    const moves = await database.rows<{ change: number; stockAfter: number }>(
      `SELECT "change", "stockAfter" FROM "souvenir_movements" WHERE "souvenirId" = '${souvenirId}'`,
    );
    const left = moves.map(({ stockAfter }) => stockAfter).sort((one, other) => one - other);
    expect(left).toEqual(whole(stock + 1));
    expect(moves.reduce((sum, { change }) => sum + change, 0)).toBe(0);
  });
});
