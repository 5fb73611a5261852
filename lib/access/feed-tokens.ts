import "server-only";
import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { BusyError, isDuplicate } from "@/lib/platform/faults";
import { keyedHash, newToken, tokenHash } from "@/lib/platform/secrets";
import type { ActionResult } from "@/lib/platform/types";
import type { By, FeedTokenRow, KnownFeedToken } from "./types";

const USED_EVERY_MS = 60_000;

async function store(name: string, token: string, by: By): Promise<string> {
  return writeTransaction(async (tx) => {
    const row = await tx.feedToken.create({ data: { name, tokenHash: tokenHash(token) } });
    await appendAudit(tx, {
      actor: by.actor,
      action: "feed-token.issued",
      subject: { kind: "feed-token", id: row.id },
      requestId: by.requestId,
    });
    return row.id;
  });
}

/** Makes a token for one source of the queue feed. Only its hash is kept: this is the one time that it is told. */
export async function issueFeedToken(name: string, by: By): Promise<{ id: string; token: string }> {
  const token = newToken("feed");
  return { id: await store(name, token, by), token };
}

/** Ends a token from its very next request on. Refuses with NOT_FOUND. */
export async function revokeFeedToken(id: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const revoked = await tx.feedToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: systemNow() },
    });
    if (revoked.count === 0) return { ok: false, code: "NOT_FOUND" };
    await appendAudit(tx, {
      actor: by.actor,
      action: "feed-token.revoked",
      subject: { kind: "feed-token", id },
      requestId: by.requestId,
    });
    return { ok: true, value: null };
  });
}

/** The tokens that work, the oldest first. */
export async function listFeedTokens(): Promise<FeedTokenRow[]> {
  const tokens = await reader().feedToken.findMany({
    where: { revokedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return tokens.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.getTime(),
    lastUsedAt: lastUsedAt?.getTime() ?? null,
  }));
}

/** Whose token this is, if it works; notes the use at most once a minute. */
export async function feedTokenOf(token: string): Promise<KnownFeedToken | null> {
  const row = await reader().feedToken.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!row || row.revokedAt) return null;
  if (systemNow().getTime() - (row.lastUsedAt?.getTime() ?? 0) >= USED_EVERY_MS) await noteUse(row.id);
  return { id: row.id, name: row.name };
}

async function noteUse(id: string): Promise<void> {
  const now = systemNow();
  const before = new Date(now.getTime() - USED_EVERY_MS);
  try {
    await writeTransaction((tx) =>
      tx.feedToken.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
        data: { lastUsedAt: now },
      }),
    );
  } catch (fault) {
    // When it was used last is not worth turning a delivery away.
    if (!(fault instanceof BusyError)) throw fault;
  }
}

/**
 * The demo office's feed token, the same at every start so that it can be printed each time.
 * @throws in a real office.
 */
export async function demoFeedToken(): Promise<string> {
  if (environment().mode !== "demo") throw new Error("A real office has no demo token");
  const token = `feed_${keyedHash("demo-feed-token", "1").toString("base64url")}`;
  const known = await reader().feedToken.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (known) return token;
  try {
    await store("Demo", token, { actor: { kind: "SYSTEM" }, requestId: randomUUID() });
  } catch (fault) {
    // Another process of the same start was faster.
    if (!isDuplicate(fault)) throw fault;
  }
  return token;
}
