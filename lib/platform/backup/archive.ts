import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter } from "age-encryption";
import * as tar from "tar";
import { MANIFEST, SECRET, manifestSchema, type BackupManifest } from "./schema";

type Bytes = globalThis.ReadableStream<Uint8Array>;

const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as Bytes;
const toNode = (stream: Bytes) => Readable.fromWeb(stream as unknown as ReadableStream);

/** An archive that is none of ours, is damaged, or was made for another key. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  constructor(
    readonly code: "KEY" | "DAMAGED",
    options?: ErrorOptions,
  ) {
    super(code === "KEY" ? "the key does not open this backup" : "the backup is damaged or cut off", options);
  }
}

/**
 * Packs files of a folder and encrypts them for every recipient (age), so that whoever takes the archive away reads
 * nothing. It appears under its name whole and on the disk, or not at all.
 */
export async function pack(
  folder: string,
  names: readonly string[],
  recipients: readonly string[],
  archive: string,
): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const draft = `${archive}.partial`;
  try {
    const packed = Readable.from(tar.create({ cwd: folder, gzip: true, portable: true }, [...names]));
    await pipeline(toNode(await encrypter.encrypt(toWeb(packed))), createWriteStream(draft, { mode: 0o600 }));
    const handle = await open(draft, "r+");
    await handle.sync();
    await handle.close();
    await rename(draft, archive);
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  }
}

/**
 * Decrypts an archive into an empty folder and reads its manifest. Every byte is authenticated: a changed or cut-off
 * archive is found out here.
 * @param identity the key, as `AGE-SECRET-KEY-…`
 * @throws ArchiveError
 */
export async function unpack(archive: string, identity: string, folder: string): Promise<BackupManifest> {
  const decrypter = new Decrypter();
  const source = createReadStream(archive);
  let plain: Readable;
  try {
    decrypter.addIdentity(identity);
    plain = toNode(await decrypter.decrypt(toWeb(source)));
  } catch (fault) {
    source.destroy();
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") throw fault;
    throw new ArchiveError("KEY", { cause: fault });
  }
  const known = new Set<string>([MANIFEST, SECRET, "database.sqlite", "database.dump"]);
  try {
    await pipeline(
      plain,
      tar.extract({
        cwd: folder,
        strict: true,
        filter: (name, entry) => known.has(name) && "type" in entry && entry.type === "File",
      }),
    );
    return manifestSchema.parse(JSON.parse(await readFile(path.join(folder, MANIFEST), "utf8")));
  } catch (fault) {
    throw new ArchiveError("DAMAGED", { cause: fault });
  }
}
