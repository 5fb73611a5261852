import "server-only";
import { reader, writeTransaction } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { isDuplicate } from "@/lib/platform/faults";
import { MOVED } from "@/lib/platform/move/source";

const FACT = "mode";

const storedMode = async () =>
  (await reader().installationFact.findUnique({ where: { key: FACT } }))?.value ?? null;

/** The first start writes its mode down; of two together one writes and both read the same. */
async function claimMode(mode: string): Promise<string> {
  try {
    await writeTransaction((tx) => tx.installationFact.create({ data: { key: FACT, value: mode } }));
    return mode;
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    return (await storedMode()) ?? mode;
  }
}

/**
 * Binds a database to the mode of its first start: a demo's accounts and vouchers must never become a real office's.
 * A database that its office has left is not opened again.
 * @throws ConfigurationError when this start is in the other mode, or on a file that was moved.
 */
export async function assertInstallationMode(): Promise<void> {
  const { mode } = environment();
  const moved = await reader().installationFact.findUnique({ where: { key: MOVED } });
  if (moved)
    throw new ConfigurationError(
      `This office moved to PostgreSQL on ${moved.value}: set DATABASE_URL to it. Serving the old file would begin a second record`,
    );
  const bound = (await storedMode()) ?? (await claimMode(mode));
  if (bound === mode) return;
  throw new ConfigurationError(
    bound === "demo"
      ? "This database belongs to the demo office. A real office begins on an empty one: set DATABASE_URL or JANJI_DATA_DIR"
      : "This database belongs to a real office, and the demo does not touch it: set JANJI_MODE=real, or another JANJI_DATA_DIR",
  );
}
