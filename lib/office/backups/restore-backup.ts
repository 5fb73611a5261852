import "server-only";
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { appendAudit } from "@/lib/audit/append";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { ChainFinding } from "@/lib/audit/types";
import { unpack } from "@/lib/platform/backup/archive";
import { bringBack, checkFile } from "@/lib/platform/backup/bring-back";
import { SECRET, type BackupManifest } from "@/lib/platform/backup/schema";
import { writeTransaction } from "@/lib/platform/database";
import { environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { BACKUPS } from "./last-backup";

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  /** The secret of the installation that was backed up; without it vouchers and signatures are not recognised. */
  readonly secret: string;
  /** What the audit chain's verification found first; null when it is sound. Not looked at by a mere check. */
  readonly finding: ChainFinding | null;
}

/** Unpacks beside the data, for nobody else's eyes, and leaves nothing of it behind. */
async function unpacked<T>(
  archive: string,
  identity: string,
  work: (folder: string, manifest: BackupManifest, secret: string) => Promise<T>,
): Promise<T> {
  const { dataDir } = environment();
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(path.join(dataDir, ".restore-"));
  try {
    await chmod(folder, 0o700);
    const manifest = await unpack(archive, identity, folder);
    return await work(folder, manifest, await readFile(path.join(folder, SECRET), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Whether a backup can be read with this key and holds what its manifest says; changes nothing.
 * @throws ArchiveError, RestoreError
 */
export async function checkBackup(archive: string, identity: string): Promise<BackupManifest> {
  return unpacked(archive, identity, async (folder, manifest) => {
    await checkFile(manifest, folder);
    return manifest;
  });
}

/**
 * Brings an office back from a backup into the empty database that the environment names, brings that up to this
 * release, verifies its audit chain and adds a row to it.
 * @throws ArchiveError, RestoreError, ProgramError; nothing that was there before is changed
 */
export async function restoreBackup(archive: string, identity: string): Promise<RestoredBackup> {
  return unpacked(archive, identity, async (folder, manifest, secret) => {
    const { database, auditHeads } = environment();
    await bringBack(manifest, folder, database);
    await migrate(database);
    const { finding } = await verifyChain({ file: auditHeads });
    await writeTransaction((tx) =>
      appendAudit(tx, {
        actor: { kind: "SYSTEM" },
        action: "backup.restored",
        subject: BACKUPS,
        data: { takenAt: manifest.takenAt },
        requestId: "restore",
      }),
    );
    return { manifest, secret, finding };
  });
}
