import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import type { Environment } from "@/lib/platform/environment";
import { ArchiveError } from "./archive";
import { runPostgres } from "./programs";
import { postgresHoldings, sqliteHoldings } from "./snapshot";
import type { BackupManifest } from "./schema";

/** Why a backup was not brought back. Nothing that was there before has been touched. */
export class RestoreError extends Error {
  override readonly name = "RestoreError";
  constructor(
    readonly code: "OTHER_KIND" | "NOT_EMPTY" | "DIFFERS",
    message: string,
  ) {
    super(message);
  }
}

/** SHA-256 of a file in hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** @throws RestoreError DIFFERS, naming the first table whose rows are not as many as the manifest says */
function compare(manifest: BackupManifest, found: Pick<BackupManifest, "tables" | "auditHead">): void {
  for (const table of new Set([...Object.keys(manifest.tables), ...Object.keys(found.tables)])) {
    const [want, have] = [manifest.tables[table] ?? 0, found.tables[table] ?? 0];
    if (want !== have)
      throw new RestoreError("DIFFERS", `${table}: ${want} rows in the backup, ${have} here`);
  }
  if (manifest.auditHead?.hash !== found.auditHead?.hash)
    throw new RestoreError("DIFFERS", "the audit chain ends elsewhere than in the backup");
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function bringBackSqlite(manifest: BackupManifest, source: string, file: string): Promise<void> {
  compare(manifest, await sqliteHoldings(source));
  const leftOver = [file, `${file}-wal`, `${file}-shm`];
  if ((await Promise.all(leftOver.map(exists))).includes(true))
    throw new RestoreError(
      "NOT_EMPTY",
      `${file} is there already; move it away first, with its -wal and -shm`,
    );
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.restoring`;
  try {
    await copyFile(source, draft);
    const handle = await open(draft, "r+");
    await handle.sync();
    await handle.close();
    // A link never takes the place of a file that appeared meanwhile.
    await link(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function bringBackPostgres(manifest: BackupManifest, source: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { tables } = await postgresHoldings(client);
    if (Object.keys(tables).length > 0)
      throw new RestoreError("NOT_EMPTY", "the database has tables already; give an empty one");
    const args = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"];
    await runPostgres("pg_restore", [...args, `--dbname=${new URL(url).pathname.slice(1)}`, source], url);
    compare(manifest, await postgresHoldings(client));
  } finally {
    await client.end();
  }
}

/** @throws ArchiveError DAMAGED when the database's file is not the one that the manifest names */
export async function checkFile(manifest: BackupManifest, folder: string): Promise<string> {
  const file = path.join(folder, manifest.file);
  if ((await fileHash(file)) !== manifest.sha256) throw new ArchiveError("DAMAGED");
  if (manifest.kind === "sqlite") compare(manifest, await sqliteHoldings(file));
  return file;
}

/**
 * Puts the database of an unpacked backup where an office has none yet, and counts what came back.
 * @throws RestoreError, ArchiveError, ProgramError; a database that was there before is as it was
 */
export async function bringBack(
  manifest: BackupManifest,
  folder: string,
  target: Environment["database"],
): Promise<void> {
  if (manifest.kind !== target.kind)
    throw new RestoreError(
      "OTHER_KIND",
      `this backup is of ${manifest.kind}, DATABASE_URL is ${target.kind}`,
    );
  const file = await checkFile(manifest, folder);
  if (target.kind === "sqlite") await bringBackSqlite(manifest, file, target.file);
  else await bringBackPostgres(manifest, file, target.url);
}
