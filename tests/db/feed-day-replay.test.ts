import { expect, test } from "vitest";
import { deliveryAt } from "@/lib/demo/deliveries";
import { seededRandom, type Random } from "@/lib/demo/random";
import { simulateDay } from "@/lib/demo/simulate-day";
import { reader, writeTransaction } from "@/lib/platform/database";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import type { IngestAnswer } from "@/lib/queue/types";
import { kind, TUESDAY, useTestDatabase } from "../support/test-database";

useTestDatabase();

const MINUTE = 60_000;
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

/** Everything that a feed tells on one day, in its order: each applicant's every step, corrections, two of one instant. */
function dayOfVersions(seed: number, random: Random): TicketPayload[] {
  const day = simulateDay({ seed, serviceDate: TUESDAY, timeZone: "Asia/Jakarta", varied: true });
  return day.applicants.flatMap((applicant) => {
    const steps = Object.values<number | null>({ ...applicant.timeline }).filter((at) => at !== null);
    const versions = [...new Set(steps)].flatMap((at) => deliveryAt(applicant, at) ?? []);
    const last = versions.at(-1);
    if (!last) throw new Error("An applicant who never came");
    // A call taken back, a number put right, a purpose put right; each newer than all before.
    const corrected = random.pick<readonly Partial<TicketPayload>[]>([
      [],
      [],
      [{ applicationType: "OTHER", replacementReason: null }],
      [{ calledAt: null, biometricStartedAt: null, completedAt: null }],
      [
        { biometricTicketAt: later(last.updatedAt, -150 * MINUTE) },
        { queueNumber: "B-999", bookingCode: null },
      ],
    ]);
    corrected.forEach((changes, place) =>
      versions.push({ ...last, ...changes, updatedAt: later(last.updatedAt, (place + 1) * MINUTE) }),
    );
    // Two clerks of the source within one instant: which of them stands may not hang on who came first.
    if (random.chance(20)) versions.push({ ...last, queueNumber: "D-500" });
    return versions;
  });
}

/** A row after something went wrong on its way; it still names a real ticket wherever it can, and is newer than all. */
function corrupted(version: TicketPayload, random: Random): unknown {
  const newer = { ...version, updatedAt: later(version.updatedAt, 24 * 60 * MINUTE) };
  return random.pick<readonly unknown[]>([
    [JSON.stringify(newer).slice(0, 80)],
    [null],
    [[newer]],
    [{ ...newer, ticketId: "" }],
    [{ ...newer, ticketId: ["x"] }],
    [{ ...newer, updatedAt: undefined }],
    [{ ...newer, updatedAt: "24/11/2026 10:00" }],
    [{ ...newer, updatedAt: "2026-11-24T10:00:00" }],
    [{ ...newer, biometricTicketAt: "2026-13-45T08:00:00Z" }],
    [{ ...newer, biometricTicketAt: Date.parse(version.updatedAt) }],
    [{ ...newer, serviceDate: "2026-02-30" }],
    [{ ...newer, applicationType: "new" }],
    [{ ...newer, registeredInSmart: "true" }],
    [{ ...newer, queueNumber: "B-0\u0000" }],
    [{ ...newer, applicantName: "x".repeat(121) }],
    [{ ...newer, bookingCode: "99;00" }],
    [{ ...newer, underReveiw: true }],
    [{ ...newer, __proto__: { ticketId: 7 }, ticketId: undefined }],
  ])[0];
}

const SIZES = [1, 7, 499, 500] as const;

function* batches(rows: readonly unknown[]): Generator<unknown[]> {
  for (let start = 0, count = 0; start < rows.length; count += 1) {
    const size = SIZES[count % SIZES.length] ?? 1;
    yield rows.slice(start, start + size);
    start += size;
  }
}

const UNTOUCHED = { id: true, createdAt: true, updatedAt: true, checks: true } as const;
const allTickets = () => reader().ticket.findMany({ orderBy: { sourceTicketId: "asc" }, omit: UNTOUCHED });

const clear = () => writeTransaction((tx) => tx.ticket.deleteMany());

/** What crosses the wire: `undefined` is a field that is not there. */
const sent = (rows: readonly unknown[]) => JSON.parse(JSON.stringify(rows)) as unknown[];

// PostgreSQL takes one day of it: the order of versions is decided in code that both share.
test.each(kind === "sqlite" ? [11, 12] : [11])(
  "a whole day, shuffled, doubled, in batches of 1, 7, 499 and 500 and among broken rows, ends as the clean one (seed %i)",
  async (seed) => {
    const random = seededRandom(seed);
    const versions = dayOfVersions(seed, random);
    expect(versions.length).toBeGreaterThan(600);
    // A version of which no copy arrives whole is no sound row: the clean feed does not know it either.
    const sound = versions.filter(() => !random.chance(4));
    for (const batch of batches(sound)) await ingestTickets(sent(batch), { kind: "DEMO" });
    const clean = await allTickets();
    await clear();

    const broken = versions.flatMap((version) =>
      random.chance(25) ? [{ raw: corrupted(version, random) }] : [],
    );
    const rows = random.shuffled(
      [...sound, ...sound].map((raw): { raw: unknown } => ({ raw })).concat(broken),
    );
    const isBroken = new Set<unknown>(broken);
    const answers: IngestAnswer[] = [];
    for (const batch of batches(rows))
      answers.push(
        ...(await ingestTickets(sent(batch.map((row) => (row as { raw: unknown }).raw)), { kind: "DEMO" })),
      );
    expect(answers).toHaveLength(rows.length);
    rows.forEach((row, place) => {
      const answer = answers[place];
      expect(answer?.result === "REFUSED", JSON.stringify(row)).toBe(isBroken.has(row));
      if (answer?.result === "REFUSED")
        expect(answer).toMatchObject({ field: expect.stringMatching(/./) as string });
    });
    const somehow = await allTickets();
    expect(somehow).toEqual(clean);
    // The day is told once more, backwards: nothing moves, and nothing is called new.
    const again: IngestAnswer[] = [];
    for (const batch of batches(sent([...sound].reverse())))
      again.push(...(await ingestTickets(batch, { kind: "DEMO" })));
    expect(again.filter(({ result }) => result !== "STALE" && result !== "UNCHANGED")).toEqual([]);
    expect(await allTickets()).toEqual(clean);
  },
  120_000,
);
