import { z } from "zod";

/** What lies beside the database in a backup: enough to know, after it was brought back, that nothing is missing. */
export const manifestSchema = z.object({
  format: z.literal(1),
  /** When the snapshot was taken, UTC. */
  takenAt: z.iso.datetime(),
  mode: z.enum(["demo", "real"]),
  kind: z.enum(["sqlite", "postgres"]),
  /** The database's own file in the archive, and its SHA-256 in hexadecimal. */
  file: z.enum(["database.sqlite", "database.dump"]),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows of every table at the snapshot's instant. */
  tables: z.record(z.string().regex(/^[a-z_]{1,63}$/), z.int().min(0)),
  /** Where the audit chain ended; null in a database from before it was opened. */
  auditHead: z.object({ seq: z.int().min(0), hash: z.string() }).nullable(),
});

export type BackupManifest = z.output<typeof manifestSchema>;

/** The three files of an archive; nothing else is taken out of one. */
export const MANIFEST = "manifest.json";
export const SECRET = "secret";
