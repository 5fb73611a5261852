import type { Random } from "@/lib/demo/random";
import type { VoucherSlip } from "@/lib/printing/types";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, feedToken } from "../support/feed";
import { newKey } from "../support/keys";
import type { RunningServer } from "../support/server";
import type { SharedDatabase } from "../support/shared-database";
import type { Asked, ClientLog } from "./log";

/** A kiosk may ask 30 times a minute, so scans go round among several. */
const KIOSKS = 24;
const MINUTE = 60_000;
const STEPS = ["APOLOGY", "SOUVENIR", "PRIORITY"] as const;
const STAFF = ["petugas", "penyelia", "kepala"] as const;
type Staff = (typeof STAFF)[number];

interface Kiosk {
  readonly id: string;
  readonly client: ActionClient;
}

/** The devices and people that use an office at the same time, with what each has been told so far. */
export interface Hall {
  readonly log: ClientLog;
  readonly url: string;
  readonly token: string;
  readonly kiosks: readonly Kiosk[];
  readonly staff: Readonly<Record<Staff, { readonly id: string; readonly client: ActionClient }>>;
  readonly souvenirId: string;
  /** The office's instant less this process's monotonic clock, ms. */
  readonly offset: number;
  /** Bookings that the feed was told are taken in, and nobody has scanned; with their ticket ids. */
  readonly arrived: { readonly bookingCode: string; readonly ticketId: string; readonly entitled: boolean }[];
  /** Codes of slips that came out. */
  readonly slips: string[];
  /** Tickets that a kiosk sent to an officer. */
  readonly sent: string[];
}

/** Signs everybody in and enrols every kiosk, once: cookies outlive the server. */
export async function openHall(
  server: RunningServer,
  database: SharedDatabase,
  log: ClientLog,
): Promise<Hall> {
  const kiosks: Kiosk[] = [];
  while (kiosks.length < KIOSKS) {
    const client = new ActionClient(server);
    const enrolled = await client.act<{ readonly id: string }>("/kiosk", "enrolDemoKioskAction");
    if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.code}`);
    kiosks.push({ id: enrolled.value.id, client });
  }
  const users = await database.rows<{ id: string; username: string }>(`SELECT "id", "username" FROM "users"`);
  const signedIn = async (name: Staff) => {
    const client = await new ActionClient(server).signIn(name, DEMO_PASSWORDS[name]);
    return { id: users.find(({ username }) => username === name)?.id ?? "", client };
  };
  const staff = {
    petugas: await signedIn("petugas"),
    penyelia: await signedIn("penyelia"),
    kepala: await signedIn("kepala"),
  };
  const stock = { name: "Pena", stock: 1_000, lowMark: 1, key: newKey() };
  const added = await ask(staff.kepala.client, "add-souvenir", stock);
  if (!(added as { ok: boolean }).ok) throw new Error(JSON.stringify(added));
  const [{ id: souvenirId } = { id: "" }] = await database.rows<{ id: string }>(
    `SELECT "id" FROM "souvenirs" WHERE "name" = 'Pena'`,
  );
  const { now } = (await (await fetch(`${server.url}/kiosk/pulse`)).json()) as { now: number };
  return {
    ...{ log, url: server.url, token: feedToken(server), kiosks, staff, souvenirId },
    ...{ offset: now - performance.now(), arrived: [], slips: [], sent: [] },
  };
}

async function ask(client: ActionClient, name: string, input: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ name, input });
  return (await client.fetch("/staff/again", { method: "POST", headers, body })).json();
}

/** What a kiosk needs of its answer. */
interface Told {
  readonly outcome: string;
  readonly fresh?: boolean;
  readonly slip?: VoucherSlip;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function deliver({ log, url, token, offset, arrived }: Hall, random: Random): Promise<void> {
  const now = performance.now() + offset;
  const tickets = Array.from({ length: random.between(1, 4) }, () =>
    applicant(now, 130, random.chance(88) ? {} : { bookingChannel: "WALK_IN" }),
  );
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const post = async () => {
    const body = JSON.stringify({ tickets });
    const response = await fetch(`${url}/api/v1/queue/tickets`, { method: "POST", headers, body });
    const answer = (await response.json()) as { readonly code?: string };
    // Said in the feed's own way, which has no `ok`.
    return response.ok ? { ok: true, value: answer } : { ok: false, code: answer.code };
  };
  const ids = tickets.map(({ ticketId }) => ticketId);
  const asked = await log.send(newKey(), { do: "deliver", tickets: ids }, post);
  if (!asked.answer?.ok) return;
  for (const { bookingCode, ticketId, bookingChannel } of tickets)
    arrived.push({ bookingCode, ticketId, entitled: bookingChannel !== "WALK_IN" });
}

async function scan({ log, kiosks, arrived, slips, sent }: Hall, random: Random): Promise<void> {
  const person = arrived.shift();
  if (!person) return pause(5);
  const at = random.shuffled(kiosks).slice(0, random.chance(25) ? 2 : 1);
  const heard = await Promise.all(
    at.map(({ id, client }) => {
      const key = newKey();
      const deed = { do: "scan", kioskId: id, ticket: person.ticketId } as const;
      return log.send(key, deed, () => client.check(person.bookingCode, key));
    }),
  );
  for (const asked of heard) {
    const answer = asked.answer?.ok ? (asked.answer.value as Told) : null;
    if (answer?.outcome === "ELIGIBLE" && answer.fresh && answer.slip) slips.push(answer.slip.shortCode);
  }
  // Once, from however many kiosks: the officer grants it once.
  const away = heard.some(({ answer }) => (answer?.value as Told | undefined)?.outcome === "SEE_OFFICER");
  if (away) sent.push(person.ticketId);
}

/** An officer with a slip: three taps, now and then with a colleague who taps at the same instant; or a withholding. */
async function receive(hall: Hall, random: Random): Promise<void> {
  const slip = hall.slips.shift();
  if (!slip) return pause(5);
  const found = (await ask(hall.staff.petugas.client, "find-voucher", { scanned: slip }).catch(
    () => null,
  )) as { ok: boolean; value?: { id: string } } | null;
  const voucherId = found?.value?.id;
  if (!voucherId) {
    hall.slips.push(slip);
    return;
  }
  const act = (who: Staff, name: string, deed: Asked["deed"], input: object) => {
    const key = newKey();
    return hall.log.send(key, deed, () => ask(hall.staff[who].client, name, { ...input, key }));
  };
  if (random.chance(12)) {
    const deed = { do: "withhold", byId: hall.staff.kepala.id, voucherId } as const;
    await act("kepala", "withhold-voucher", deed, { voucherId, reason: "Alasan contoh" });
    return;
  }
  for (const step of STEPS) {
    const who = random.shuffled(STAFF).slice(0, random.chance(20) ? 2 : 1);
    const gift = step === "SOUVENIR" ? { souvenirId: hall.souvenirId } : {};
    const tap = (one: Staff) => {
      const deed = { do: "step", byId: hall.staff[one].id, voucherId, step } as const;
      return act(one, "record-step", deed, { voucherId, step, ...gift });
    };
    const taps = await Promise.all(who.map(tap));
    if (taps.some(({ answer }) => answer === null)) return;
  }
}

/** A supervisor's pen: an outage of the day before, a grant to whom a kiosk sent to an officer, a delivery of souvenirs. */
async function decide(hall: Hall, database: SharedDatabase, random: Random): Promise<void> {
  const { log, staff, souvenirId, offset } = hall;
  const { id: byId, client } = staff.kepala;
  const key = newKey();
  const ticket = hall.sent.shift();
  if (ticket) {
    const [row] = await database.rows<{ id: string }>(
      `SELECT "id" FROM "tickets" WHERE "sourceTicketId" = '${ticket}'`,
    );
    const input = { ticketId: row?.id, reason: "Alasan contoh", key };
    await log.send(key, { do: "grant", byId, ticketId: row?.id ?? "" }, () =>
      ask(client, "grant-voucher", input),
    );
  } else if (random.chance(50)) {
    const startedAt = Math.round(performance.now() + offset) - (30 * 60 + random.between(0, 60)) * MINUTE;
    const facts = { outageId: null, seen: null, system: "Contoh", reason: "Contoh", withdraw: false };
    const input = { ...facts, startedAt, endedAt: startedAt + 5 * MINUTE, note: "Alasan contoh", key };
    await log.send(key, { do: "outage", byId }, () => ask(client, "change-outage", input));
  } else {
    const [row] = await database.rows<{ revision: number }>(
      `SELECT "revision" FROM "souvenirs" WHERE "id" = '${souvenirId}'`,
    );
    const pieces = random.between(1, 5);
    const input = { souvenirId, revision: row?.revision ?? 0, pieces, note: `Kiriman ${key}`, key };
    await log.send(key, { do: "stock", byId, pieces }, () => ask(client, "deliver-souvenir", input));
  }
  await pause(random.between(20, 120));
}

/** Everybody at work at once, until `over` says so and the last request has come to its end. */
export async function work(
  hall: Hall,
  database: SharedDatabase,
  random: Random,
  over: () => boolean,
): Promise<void> {
  const until = async (turn: () => Promise<void>) => {
    while (!over()) {
      // Whoever looks into a database that is going down sees nothing; what was asked is in the log.
      await turn().catch(() => pause(20));
      await pause(random.between(0, 15));
    }
  };
  await Promise.all([
    ...Array.from({ length: 2 }, () => until(() => deliver(hall, random).then(() => pause(60)))),
    ...Array.from({ length: 5 }, () => until(() => scan(hall, random))),
    ...Array.from({ length: 4 }, () => until(() => receive(hall, random))),
    until(() => decide(hall, database, random)),
  ]);
}
