import "server-only";
import { lstat, readdir, unlink } from "node:fs/promises";
import path from "node:path";
import { SETTLED, settledName } from "./settled-files";

const isMissing = (fault: unknown) => (fault as NodeJS.ErrnoException).code === "ENOENT";

/**
 * Deletes files of the drop folder that were dealt with before an instant (epoch ms, the system's clock), with their
 * reports: they hold names. One that a person laid among them counts from when it was last changed.
 * @returns how many are gone by this call; a file that another process deletes meanwhile is not among them.
 */
export async function removeOldFiles(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const place of SETTLED) {
    const within = path.join(/* turbopackIgnore: true */ folder, place);
    const files = await readdir(within, { withFileTypes: true }).catch((fault: unknown) => {
      if (isMissing(fault)) return [];
      throw fault;
    });
    for (const { name } of files.filter((entry) => entry.isFile())) {
      const file = path.join(/* turbopackIgnore: true */ within, name);
      const at = settledName(name)?.at ?? (await lstat(file).catch(() => null))?.mtimeMs;
      if (at === undefined || at >= before) continue;
      try {
        await unlink(file);
        removed += 1;
      } catch (fault) {
        if (!isMissing(fault)) throw fault;
      }
    }
  }
  return removed;
}
