import "server-only";
import { createHash } from "node:crypto";
import type { Environment } from "./environment";

/** A row of the trail as its hash sees it: text as it is stored, the instant as `2026-11-24T03:30:00.000Z`. */
export interface AuditContent {
  readonly seq: number;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly data: string;
  readonly requestId: string;
}

export interface StoredAuditRow extends AuditContent {
  readonly hash: string;
}

/** What stands before the first row. */
export const CHAIN_START = "0".repeat(64);

/** Names the encoding, so that another one could never be taken for it. */
const ENCODING = "janji audit 1";

/**
 * The one text of a row and its predecessor's hash: the JSON of an array in this order, as ECMAScript (and RFC 8785)
 * writes it. Strings are quoted and null is not, so no two different rows have one text.
 */
export function auditEncoding(previous: string, row: AuditContent): string {
  const { seq, at, actorKind, actorId, action, subjectKind, subjectId, data, requestId } = row;
  const columns = [seq, at, actorKind, actorId, action, subjectKind, subjectId, data, requestId];
  return JSON.stringify([ENCODING, previous, ...columns]);
}

/** SHA-256 over the UTF-8 of a row's encoding, in lower-case hexadecimal. */
export function auditHash(previous: string, row: AuditContent): string {
  return createHash("sha256").update(auditEncoding(previous, row), "utf8").digest("hex");
}

const COLUMNS = `"actorKind", "actorId", "action", "subjectKind", "subjectId", "data", "requestId", "hash"`;

/**
 * The rows after one number and up to another, in order, as text: a value that the product could never have written is
 * read too. Parameters: after, up to, how many. Read them through `storedRow`.
 */
export const AUDIT_ROWS: Readonly<Record<Environment["database"]["kind"], string>> = {
  sqlite: `SELECT CAST("seq" AS TEXT) AS "seq", coalesce(CAST("at" AS TEXT), '') AS "at", ${COLUMNS.replace(
    /"\w+"/g,
    "CAST($& AS TEXT) AS $&",
  )} FROM "audit_events" WHERE "seq" > ? AND "seq" <= ? ORDER BY "audit_events"."seq" LIMIT ?`,
  postgres: `SELECT "seq"::text AS "seq", coalesce(to_char("at", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') AS "at", ${COLUMNS.replace(
    `"actorKind"`,
    `"actorKind"::text AS "actorKind"`,
  )} FROM "audit_events" WHERE "seq" > $1 AND "seq" <= $2 ORDER BY "audit_events"."seq" LIMIT $3`,
};

/** A row of `AUDIT_ROWS`. SQLite holds instants as the driver writes them, with +00:00 for Z. */
export function storedRow(raw: unknown): StoredAuditRow {
  const row = raw as Omit<StoredAuditRow, "seq"> & { readonly seq: string };
  return { ...row, seq: Number(row.seq), at: row.at.replace(/\+00:00$/, "Z") };
}
