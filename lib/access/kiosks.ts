import "server-only";
import { appendAudit } from "@/lib/audit/append";
import { systemNow } from "@/lib/platform/clock";
import { reader, writeTransaction, type Tx } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { BusyError, StorageError } from "@/lib/platform/faults";
import { keyedHash, newCode, newToken, normaliseCode, tokenHash } from "@/lib/platform/secrets";
import type { Kiosk } from "@/lib/platform/generated/sqlite/client";
import { rowsOf, sql } from "@/lib/platform/statements";
import type { ActionResult } from "@/lib/platform/types";
import { ENROLMENT_CODE_LENGTH } from "./schema";
import type { By, KnownKiosk } from "./types";

export const ENROLMENT_MS = 15 * 60_000;
const SEEN_EVERY_MS = 30_000;

/** A typed code has too little entropy for a plain hash. */
const codeHash = (code: string) => keyedHash("kiosk-enrolment", normaliseCode(code)).toString("hex");

/** Invites a kiosk: the code is told once, works once, and for 15 minutes. `expiresAt` is epoch ms, UTC. */
export async function inviteKiosk(
  name: string,
  by: By,
): Promise<{ id: string; code: string; expiresAt: number }> {
  const code = newCode(ENROLMENT_CODE_LENGTH);
  const enrolExpiresAt = new Date(systemNow().getTime() + ENROLMENT_MS);
  const id = await writeTransaction(async (tx) => {
    const kiosk = await tx.kiosk.create({ data: { name, enrolCodeHash: codeHash(code), enrolExpiresAt } });
    await appendAudit(tx, {
      actor: by.actor,
      action: "kiosk.invited",
      subject: { kind: "kiosk", id: kiosk.id },
      requestId: by.requestId,
    });
    return kiosk.id;
  });
  return { id, code, expiresAt: enrolExpiresAt.getTime() };
}

/**
 * Makes a new code for a kiosk that is enrolled already: another machine takes its place. The former one goes on until
 * the code was typed, and is out from then on. Refuses with NOT_FOUND.
 */
export async function inviteAgain(
  id: string,
  by: By,
): Promise<ActionResult<{ id: string; name: string; code: string }>> {
  const code = newCode(ENROLMENT_CODE_LENGTH);
  const enrolExpiresAt = new Date(systemNow().getTime() + ENROLMENT_MS);
  return writeTransaction(async (tx) => {
    const where = { id, revokedAt: null };
    const data = { enrolCodeHash: codeHash(code), enrolExpiresAt };
    const [kiosk] = await tx.kiosk.updateManyAndReturn({ where, data });
    if (!kiosk) return { ok: false, code: "NOT_FOUND" };
    await appendAudit(tx, {
      actor: by.actor,
      action: "kiosk.invited",
      subject: { kind: "kiosk", id },
      requestId: by.requestId,
    });
    return { ok: true, value: { id, name: kiosk.name, code } };
  });
}

/**
 * Turns an enrolment code into a credential for the browser that typed it; of any number at once one succeeds.
 * A credential that the browser carried before is dropped: one browser is one kiosk.
 * Refuses with CODE_UNKNOWN for a wrong, used, or late code alike.
 */
export async function enrolKiosk(
  code: string,
  requestId: string,
  former: string | null = null,
): Promise<ActionResult<{ kiosk: KnownKiosk; credential: string }>> {
  const credential = newToken("kiosk");
  const credentialHash = tokenHash(credential);
  const kiosk = await writeTransaction(async (tx) => {
    const enrolled = await tx.kiosk.updateMany({
      where: { enrolCodeHash: codeHash(code), enrolExpiresAt: { gt: systemNow() }, revokedAt: null },
      data: { credentialHash, enrolCodeHash: null, enrolExpiresAt: null },
    });
    if (enrolled.count === 0) return null;
    const row = await tx.kiosk.findUniqueOrThrow({
      where: { credentialHash },
      select: { id: true, name: true },
    });
    await appendAudit(tx, {
      actor: { kind: "KIOSK", id: row.id },
      action: "kiosk.enrolled",
      subject: { kind: "kiosk", id: row.id },
      requestId,
    });
    if (former) await dropCredential(tx, former, row.id, requestId);
    return row;
  });
  return kiosk ? { ok: true, value: { kiosk, credential } } : { ok: false, code: "CODE_UNKNOWN" };
}

/** The kiosk that this browser was before is none any more. */
async function dropCredential(tx: Tx, credential: string, byKiosk: string, requestId: string): Promise<void> {
  const [former] = await tx.kiosk.updateManyAndReturn({
    where: { credentialHash: tokenHash(credential) },
    data: { revokedAt: systemNow(), credentialHash: null, enrolCodeHash: null, enrolExpiresAt: null },
  });
  if (!former) return;
  await appendAudit(tx, {
    actor: { kind: "KIOSK", id: byKiosk },
    action: "kiosk.revoked",
    subject: { kind: "kiosk", id: former.id },
    requestId,
  });
}

/**
 * The demo enrols itself. Whichever browser opens the kiosk gets a kiosk of its own.
 * Refuses with NOT_ENROLLED in a real office.
 */
export async function enrolDemoKiosk(
  requestId: string,
): Promise<ActionResult<{ kiosk: KnownKiosk; credential: string }>> {
  if (environment().mode !== "demo") return { ok: false, code: "NOT_ENROLLED" };
  const credential = newToken("kiosk");
  const name = `Kios contoh ${(await reader().kiosk.count()) + 1}`;
  const kiosk = await writeTransaction(async (tx) => {
    const row = await tx.kiosk.create({
      data: { name, credentialHash: tokenHash(credential) },
      select: { id: true, name: true },
    });
    await appendAudit(tx, {
      actor: { kind: "SYSTEM" },
      action: "kiosk.enrolled",
      subject: { kind: "kiosk", id: row.id },
      requestId,
    });
    return row;
  });
  return { ok: true, value: { kiosk, credential } };
}

/** Whose credential this is, if it is anybody's; it notes that the kiosk was seen. */
export async function kioskOf(credential: string): Promise<KnownKiosk | null> {
  const [kiosk] = await rowsOf<Pick<Kiosk, "id" | "name" | "lastSeenAt" | "revokedAt">>(
    reader(),
    sql`
    SELECT "id", "name", "lastSeenAt", "revokedAt" FROM "kiosks" WHERE "credentialHash" = ${tokenHash(credential)}`,
  );
  if (!kiosk || kiosk.revokedAt) return null;
  if (systemNow().getTime() - (kiosk.lastSeenAt?.getTime() ?? 0) >= SEEN_EVERY_MS) await seenKiosk(kiosk.id);
  return { id: kiosk.id, name: kiosk.name };
}

/** Notes that a kiosk is alive, at most every 30 seconds. A busy database is no reason to turn a kiosk away. */
export async function seenKiosk(id: string): Promise<void> {
  const now = systemNow();
  const before = new Date(now.getTime() - SEEN_EVERY_MS);
  try {
    await writeTransaction((tx) =>
      tx.kiosk.updateMany({
        where: { id, OR: [{ lastSeenAt: null }, { lastSeenAt: { lte: before } }] },
        data: { lastSeenAt: now },
      }),
    );
  } catch (fault) {
    if (!(fault instanceof BusyError || fault instanceof StorageError)) throw fault;
  }
}

/** Gives a kiosk another name. Refuses with NOT_FOUND. */
export async function renameKiosk(id: string, name: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const renamed = await tx.kiosk.updateMany({ where: { id, revokedAt: null }, data: { name } });
    if (renamed.count === 0) return { ok: false, code: "NOT_FOUND" };
    await appendAudit(tx, {
      actor: by.actor,
      action: "kiosk.renamed",
      subject: { kind: "kiosk", id },
      requestId: by.requestId,
    });
    return { ok: true, value: null };
  });
}

/** Turns a kiosk away from its very next request on, or withdraws its invitation. Refuses with NOT_FOUND. */
export async function revokeKiosk(id: string, by: By): Promise<ActionResult<null>> {
  return writeTransaction(async (tx) => {
    const revoked = await tx.kiosk.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: systemNow(), credentialHash: null, enrolCodeHash: null, enrolExpiresAt: null },
    });
    if (revoked.count === 0) return { ok: false, code: "NOT_FOUND" };
    await appendAudit(tx, {
      actor: by.actor,
      action: "kiosk.revoked",
      subject: { kind: "kiosk", id },
      requestId: by.requestId,
    });
    return { ok: true, value: null };
  });
}

/** The names behind kiosk ids, revoked ones too, for wording "at which kiosk". */
export async function kioskNames(ids: readonly string[]): Promise<Map<string, string>> {
  const kiosks = await reader().kiosk.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(kiosks.map(({ id, name }) => [id, name]));
}
