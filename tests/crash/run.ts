import { seededRandom, type Random } from "@/lib/demo/random";
import { runScript, startServer, type RunningServer } from "../support/server";
import {
  databaseSource,
  type DatabaseKind,
  type DatabaseSource,
  type SharedDatabase,
} from "../support/shared-database";
import { until } from "../support/until";
import { balance, isYoung, requestsIn, soundness } from "./account";
import { Book } from "./book";
import { openHall, work, type Hall } from "./clients";
import { ClientLog, type Answer, type Asked } from "./log";
import { foundOf, marksOf } from "./marks";

/** What is killed: the office's server, its database's, or both as by a power cut. */
type Victim = "SERVER" | "DATABASE" | "BOTH";

export interface CrashOptions {
  readonly kind: DatabaseKind;
  readonly times: number;
  readonly seed: number;
  /** Where the clients write what they asked and heard. */
  readonly logFile: string;
  readonly progress?: (round: number, totals: Totals) => void;
}

/** What a run came to, in counts. */
export interface Totals {
  readonly kills: Record<Victim, number>;
  requests: number;
  acknowledged: number;
  refused: number;
  /** Sent, and without an answer when the kill was over: of these so many were there, and so many were not. */
  unanswered: number;
  whole: number;
  nothing: number;
  /** Of them so many were not asked again: the start had taken longer than a key lives. */
  late: number;
  /** Answers that were asked for a second time under their key, and were the same. */
  repeated: number;
}

/** An honest answer is asked for this often before it counts as not given. */
const TRIES = 40;
const REPEATED = 8;
/** A round is over after this time, however little was asked in it. */
const LONGEST_MS = 15_000;
const SHELF = 1_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const essence = ({ ok, code, value }: Answer) => {
  const { outcome, slip, printJobId, fresh } = (value ?? {}) as Record<string, unknown>;
  return JSON.stringify({ ok, code, outcome, slip, printJobId, fresh });
};

/** Starts what was killed, and waits until the office serves. */
async function rise(
  victim: Victim,
  { server: databaseServer }: DatabaseSource,
  database: SharedDatabase,
  server: RunningServer,
): Promise<RunningServer> {
  if (victim !== "SERVER") databaseServer?.startAgain();
  if (victim !== "DATABASE") return startServer({ ...database.options, port: server.port, migrated: true });
  const serves = () => fetch(`${server.url}/api/v1/health`).then(({ ok }) => ok);
  await until(serves, (ok) => ok);
  return server;
}

async function repeatUntilAnswered(log: ClientLog, asked: Asked): Promise<void> {
  for (let tries = 0; asked.answer === null && tries < TRIES; tries += 1) {
    if (tries > 0) await pause(250);
    await log.repeat(asked);
  }
}

function victimOf(kind: DatabaseKind, random: Random): Victim {
  if (kind === "sqlite" || random.chance(60)) return "SERVER";
  return random.pick(["DATABASE", "BOTH"]);
}

/** Holds one round's requests against the database, before and after whoever had no answer has asked again. */
async function judgeRound(
  hall: Hall,
  database: SharedDatabase,
  asked: readonly Asked[],
  totals: Totals,
): Promise<string[]> {
  const left = await Book.read(database);
  const violations = [...requestsIn(left, asked), ...soundness(left)];
  const unanswered = asked.filter(({ answer }) => answer === null);
  totals.unanswered += unanswered.length;
  for (const one of unanswered) {
    const found = foundOf(marksOf(left, one), isYoung(one, left.readAt));
    if (found === "WHOLE") totals.whole += 1;
    if (found === "NOTHING") totals.nothing += 1;
  }
  // Where the start took longer than a key lives, a client would ask anew; nothing is proved by that.
  const young = unanswered.filter((one) => isYoung(one, performance.now()));
  totals.late += unanswered.length - young.length;
  await Promise.all(young.map((one) => repeatUntilAnswered(hall.log, one)));
  for (const { deed, id, answer } of young)
    if (answer === null) violations.push(`${deed.do} ${id} never got an answer`);
  const after = await Book.read(database);
  violations.push(...requestsIn(after, asked), ...soundness(after));
  violations.push(...balance(after, hall.log.asked, { id: hall.souvenirId, first: SHELF }));

  const again = asked.filter(({ deed, answer }) => deed.do !== "deliver" && answer?.ok).slice(-REPEATED);
  for (const one of again.filter((young) => isYoung(young, performance.now()))) {
    const answer = await hall.log.askAgain(one);
    if (!answer || !one.answer) continue;
    totals.repeated += 1;
    if (essence(answer) !== essence(one.answer))
      violations.push(`${one.deed.do} ${one.id}: one key, two answers`);
  }
  return violations;
}

/**
 * Kills an office under load again and again, each time starting it anew and holding what its clients were told against
 * what its database holds (docs/decisions/053-crashes.md).
 * @returns the counts, and everything that did not hold; nothing when all is well.
 */
export async function crash({ kind, times, seed, logFile, progress }: CrashOptions): Promise<{
  readonly totals: Totals;
  readonly violations: readonly string[];
}> {
  const random = seededRandom(seed);
  const source = await databaseSource(kind, { durable: true });
  const database = await source.fresh();
  const log = new ClientLog(logFile);
  const kills = { SERVER: 0, DATABASE: 0, BOTH: 0 };
  const totals: Totals = {
    ...{
      kills,
      requests: 0,
      acknowledged: 0,
      refused: 0,
      unanswered: 0,
      whole: 0,
      nothing: 0,
      late: 0,
      repeated: 0,
    },
  };
  let server = await startServer(database.options);
  try {
    const hall = await openHall(server, database, log);
    const violations: string[] = [];
    for (let round = 1; round <= times && violations.length === 0; round += 1) {
      const from = log.asked.length;
      let over = false;
      const working = work(hall, database, random, () => over);
      // By what was answered, not by time alone: a kill must fall among requests on a slow machine, too.
      const enough = from + random.between(8, 60);
      const wait = performance.now() + LONGEST_MS;
      while (log.asked.length < enough && performance.now() < wait) await pause(5);
      await pause(random.between(0, 60));
      const victim = victimOf(kind, random);
      kills[victim] += 1;
      if (victim !== "SERVER") source.server?.kill();
      if (victim !== "DATABASE") await server.stop();
      // With its database gone the server goes on answering for a while, and must promise nothing.
      else await pause(random.between(50, 400));
      over = true;
      await working;
      server = await rise(victim, source, database, server);
      const asked = log.asked.slice(from);
      for (const violation of await judgeRound(hall, database, asked, totals))
        violations.push(`kill ${round} (${victim}): ${violation}`);
      totals.requests = log.asked.length;
      totals.acknowledged = log.asked.filter(({ answer }) => answer?.ok).length;
      totals.refused = log.asked.filter(({ answer }) => answer?.ok === false).length;
      progress?.(round, totals);
    }
    const last = await Book.read(database);
    violations.push(...requestsIn(last, log.asked), ...soundness(last));
    if (kind === "sqlite") {
      const [check] = await database.rows<{ integrity_check: string }>("PRAGMA integrity_check");
      if (check?.integrity_check !== "ok") violations.push(`the file: ${check?.integrity_check}`);
    }
    // Ends with a fault of its own, which names the first bad row, when the chain is not sound.
    runScript(server, "scripts/verify-audit.ts");
    return { totals, violations };
  } finally {
    await server.stop();
    await database.drop();
    source.stop();
  }
}
