import "server-only";
import { environment, type Environment } from "@/lib/platform/environment";
import { startFault } from "@/lib/platform/start-fault";
import { openProcess } from "./open-process";

function databaseOf(): Environment["database"] | null {
  try {
    return environment().database;
  } catch {
    return null;
  }
}

/**
 * Opens the office, or ends the process with words for the person at the log and an exit code for the service manager.
 * @throws what nothing is known of
 */
export async function openOrEnd(): Promise<void> {
  try {
    await openProcess();
  } catch (fault) {
    const told = startFault(fault, databaseOf());
    if (!told) throw fault;
    process.stderr.write(`\n${told.text}\n\n`);
    process.exit(told.exitCode);
  }
}
