import "server-only";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { systemNow } from "@/lib/platform/clock";
import { sharedCounters } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { keyedHash } from "@/lib/platform/secrets";

/** Whether a request may go on; if not, after how many milliseconds it is worth another try. */
export type Admission = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Requests a minute a token of the queue feed. */
export const FEED_PER_MINUTE = 120;

/**
 * Budgets of the installation: how many points within how many seconds. On SQLite the one process counts in memory; on
 * PostgreSQL all processes count together in the database, and each by itself only while that does not answer.
 */
const BUDGETS = {
  "scan.device": { points: 30, duration: 60 },
  "miss.device": { points: 8, duration: 60 },
  "miss.address": { points: 20, duration: 60 },
  "sign-in.address": { points: 20, duration: 60 },
  "enrol.address": { points: 10, duration: 60 },
  "enrol-demo.address": { points: 120, duration: 60 },
  "refusal.line": { points: 20, duration: 60 },
  "feed.token": { points: FEED_PER_MINUTE, duration: 60 },
} as const;
type Budget = keyof typeof BUDGETS;

/** Without a trusted proxy no address is known: all share one budget, wide enough for a hall full of devices. */
const UNKNOWN_FACTOR = 10;

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** The limiter asks anew each time, so that it outlives the connections. */
const storeClient = { query: (question: unknown) => sharedCounters()?.query(question as string) };

// Next may load this module more than once in a process; each budget must still be one.
const holder = globalThis as typeof globalThis & { __janjiLimits?: Map<string, Limiter> };

/** Lines of a log are each process's own: a flood of refusals is no reason to write. */
const isShared = (budget: Budget) => budget !== "refusal.line" && environment().database.kind === "postgres";

function limiter(budget: Budget, known = true): Limiter {
  const limits = (holder.__janjiLimits ??= new Map<string, Limiter>());
  const keyPrefix = known ? budget : `${budget}.unknown`;
  const existing = limits.get(keyPrefix);
  if (existing) return existing;
  const { points, duration } = BUDGETS[budget];
  const counting = { keyPrefix, duration, points: known ? points : points * UNKNOWN_FACTOR };
  const alone = new RateLimiterMemory(counting);
  const made = isShared(budget)
    ? new RateLimiterPostgres({
        ...counting,
        storeClient,
        storeType: "client",
        tableName: "rate_limits",
        // Made by a migration; what has run out is removed by housekeeping.
        tableCreated: true,
        clearExpiredByTimeout: false,
        // Whoever is refused is refused from memory until the budget begins anew.
        inMemoryBlockOnConsumed: counting.points,
        insuranceLimiter: alone,
      })
    : alone;
  limits.set(keyPrefix, made);
  return made;
}

/** Whom a budget is for, as it is kept: in a database no address is stored, and no token of whatever length. */
const keptKey = (budget: Budget, key: string | null) =>
  key !== null && isShared(budget)
    ? keyedHash("rate-limit", key).toString("base64url", 0, 16)
    : (key ?? "all");

function isRefusal(thrown: unknown): thrown is { readonly msBeforeNext: number } {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "msBeforeNext" in thrown &&
    typeof thrown.msBeforeNext === "number"
  );
}

async function consume(budget: Budget, key: string | null): Promise<Admission> {
  try {
    await limiter(budget, key !== null).consume(keptKey(budget, key));
    return { ok: true };
  } catch (refusal) {
    // Told by its shape: the limiter may be another copy of this module's, whose class is another, too.
    if (isRefusal(refusal)) return { ok: false, retryAfterMs: refusal.msBeforeNext };
    throw refusal;
  }
}

/** Looks without spending. */
async function spent(budget: Budget, key: string | null): Promise<Admission> {
  const from = limiter(budget, key !== null);
  const state = await from.get(keptKey(budget, key));
  if (!state || state.consumedPoints < from.points) return { ok: true };
  return { ok: false, retryAfterMs: state.msBeforeNext };
}

/**
 * The address a request came from, or null when it cannot be known. scripts/http-server.mjs writes the socket's own
 * into X-Forwarded-For; with JANJI_TRUST_PROXY the last entry is that of our own proxy. Other servers, like the
 * development one, leave the header to anybody, so there it is not read.
 */
export function clientAddress(headers: Headers): string | null {
  if (!environment().addressKnown) return null;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}

interface ScanSource {
  readonly kioskId: string;
  readonly address: string | null;
}

/**
 * 30 checks a minute a kiosk, refused ones included, and none once its misses, or its address's, are spent (see
 * recordMiss). All is asked at once: on PostgreSQL each of them waits for the database.
 */
export async function admitScan({ kioskId, address }: ScanSource): Promise<Admission> {
  const answers = await Promise.all([
    spent("miss.device", kioskId),
    spent("miss.address", address),
    consume("scan.device", kioskId),
  ]);
  return answers.find(({ ok }) => !ok) ?? { ok: true };
}

/** Counts a booking that nobody has: 8 a minute a kiosk and 20 an address, so that nobody walks through the numbers. */
export async function recordMiss({ kioskId, address }: ScanSource): Promise<void> {
  await consume("miss.device", kioskId);
  await consume("miss.address", address);
}

/** 20 sign-ins a minute an address, beside the lock of each name. */
export function admitSignIn(address: string | null): Promise<Admission> {
  return consume("sign-in.address", address);
}

/** 10 enrolments a minute an address. */
export function admitEnrolment(address: string | null): Promise<Admission> {
  return consume("enrol.address", address);
}

/** 120 screens of the demo a minute an address: they guess no code, and only fill the list. */
export function admitDemoEnrolment(address: string | null): Promise<Admission> {
  return consume("enrol-demo.address", address);
}

/**
 * Whether a refusal is worth a line in the log: 20 a minute an address, kiosk or token, so that nobody drowns the log
 * with refusals of their own making.
 */
export async function worthALine(from: string | null): Promise<boolean> {
  return (await consume("refusal.line", from)).ok;
}

/** 120 deliveries a minute a feed token; a delivery is a batch. */
export function admitFeed(tokenId: string): Promise<Admission> {
  return consume("feed.token", tokenId);
}

/** Removes what has run out from the shared counts; on SQLite there is nothing to remove. */
export async function forgetOldCounts(): Promise<void> {
  await sharedCounters()?.query("DELETE FROM rate_limits WHERE expire < $1", [systemNow().getTime()]);
}
