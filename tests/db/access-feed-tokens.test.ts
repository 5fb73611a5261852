import { afterEach, describe, expect, test, vi } from "vitest";
import {
  demoFeedToken,
  feedTokenOf,
  issueFeedToken,
  listFeedTokens,
  revokeFeedToken,
} from "@/lib/access/feed-tokens";
import { reader } from "@/lib/platform/database";
import { useTestDatabase } from "../support/test-database";
import { auditOf, bySystem } from "./access-given";

useTestDatabase();

function later(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}
afterEach(() => {
  vi.useRealTimers();
});

describe("a feed token", () => {
  test("opens the feed, and is stored only as a hash", async () => {
    const { id, token } = await issueFeedToken("Jembatan", bySystem);
    expect(await feedTokenOf(token)).toEqual({ id, name: "Jembatan" });
    expect(await feedTokenOf(`${token}x`)).toBeNull();
    const stored = [await reader().feedToken.findMany(), await reader().auditEvent.findMany()];
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test("is nobody's by its hash", async () => {
    await issueFeedToken("Jembatan", bySystem);
    const row = await reader().feedToken.findFirstOrThrow();
    expect(await feedTokenOf(row.tokenHash)).toBeNull();
  });

  test("ends at once when revoked, beside one that stays", async () => {
    const one = await issueFeedToken("Jembatan", bySystem);
    const other = await issueFeedToken("Cadangan", bySystem);
    expect(await revokeFeedToken(one.id, bySystem)).toEqual({ ok: true, value: null });
    expect(await feedTokenOf(one.token)).toBeNull();
    expect(await feedTokenOf(other.token)).not.toBeNull();
    expect((await listFeedTokens()).map(({ id }) => id)).toEqual([other.id]);
    expect(await revokeFeedToken(one.id, bySystem)).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await auditOf("feed-token.revoked")).toMatchObject([{ subjectId: one.id }]);
  });

  test("notes its use at most once a minute", async () => {
    const { token } = await issueFeedToken("Jembatan", bySystem);
    const usedAt = async () => (await listFeedTokens())[0]?.lastUsedAt;
    later(0);
    await feedTokenOf(token);
    const first = await usedAt();
    expect(first).toBeTypeOf("number");
    later(40_000);
    await feedTokenOf(token);
    expect(await usedAt()).toBe(first);
    later(40_000);
    await feedTokenOf(token);
    expect(await usedAt()).toBeGreaterThan(first ?? 0);
  });

  test("of the demo is the same at each start, and one row", async () => {
    const tokens = await Promise.all(Array.from({ length: 5 }, demoFeedToken));
    expect(new Set(tokens).size).toBe(1);
    expect(await listFeedTokens()).toHaveLength(1);
    expect(await feedTokenOf(tokens[0] ?? "")).not.toBeNull();
  });
});
