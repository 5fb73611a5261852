import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const load = () => import("@/lib/access/rate-limits");

/** Calls until it is refused; how often it was admitted before. */
async function admittedBefore(ask: () => Promise<{ ok: boolean }>, most = 500): Promise<number> {
  for (let count = 0; count < most; count += 1) if (!(await ask()).ok) return count;
  return most;
}

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("JANJI_MODE", "demo");
  vi.stubEnv("JANJI_SECRET", "a secret of the tests, long enough for it");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a kiosk", () => {
  test("may check thirty bookings a minute, each kiosk for itself", async () => {
    const { admitScan } = await load();
    const [one, other] = [randomUUID(), randomUUID()];
    expect(await admittedBefore(() => admitScan({ kioskId: one, address: null }))).toBe(30);
    const refused = await admitScan({ kioskId: one, address: null });
    expect(refused.ok || refused.retryAfterMs).toBeGreaterThan(0);
    expect(await admitScan({ kioskId: other, address: null })).toEqual({ ok: true });
  });

  test("is stopped after eight bookings that nobody has", async () => {
    const { admitScan, recordMiss } = await load();
    const source = { kioskId: randomUUID(), address: randomUUID() };
    const miss = async () => {
      const answer = await admitScan(source);
      if (answer.ok) await recordMiss(source);
      return answer;
    };
    expect(await admittedBefore(miss)).toBe(8);
  });
});

test("an address is stopped after twenty misses, however many kiosks it pretends to be", async () => {
  const { admitScan, recordMiss } = await load();
  const address = randomUUID();
  const miss = async () => {
    const source = { kioskId: randomUUID(), address };
    const answer = await admitScan(source);
    if (answer.ok) await recordMiss(source);
    return answer;
  };
  expect(await admittedBefore(miss)).toBe(20);
  expect((await admitScan({ kioskId: randomUUID(), address: randomUUID() })).ok).toBe(true);
});

test("sign-in and enrolment are bounded by address, the feed by token", async () => {
  const { admitEnrolment, admitFeed, admitSignIn } = await load();
  const key = randomUUID();
  expect(await admittedBefore(() => admitSignIn(key))).toBe(20);
  expect(await admittedBefore(() => admitEnrolment(key))).toBe(10);
  expect(await admittedBefore(() => admitFeed(key))).toBe(120);
});

test("refusals are worth twenty lines a minute, whoever sends them for itself", async () => {
  const { worthALine } = await load();
  for (const key of [randomUUID(), randomUUID()])
    expect(await admittedBefore(async () => ({ ok: await worthALine(key) }))).toBe(20);
});

describe("a client's address", () => {
  const forwarded = (value: string) => new Headers({ "x-forwarded-for": value });

  test("is what the trusted proxy wrote last, not what the client claimed", async () => {
    vi.stubEnv("JANJI_TRUST_PROXY", "1");
    const { clientAddress } = await load();
    expect(clientAddress(forwarded("203.0.113.9, 198.51.100.7"))).toBe("198.51.100.7");
    expect(clientAddress(new Headers())).toBeNull();
  });

  test("is what our own server wrote", async () => {
    vi.stubEnv("JANJI_HTTP_SERVER", "own");
    const { clientAddress } = await load();
    expect(clientAddress(forwarded("192.0.2.4"))).toBe("192.0.2.4");
  });

  test("is unknown to any other server without a trusted proxy", async () => {
    const { clientAddress } = await load();
    expect(clientAddress(forwarded("203.0.113.9"))).toBeNull();
  });
});
