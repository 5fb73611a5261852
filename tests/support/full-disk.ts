import { execFileSync } from "node:child_process";
import { asPostgres } from "./postgres-server";

const limit = (pid: number, soft: string) =>
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${soft}:`], { stdio: "pipe" });

/**
 * Lets a running process add not a byte to any file, as a full disk does: the kernel itself refuses its writes. `free`
 * gives it room again.
 */
export function fillDisk(pid: number): { readonly free: () => void } {
  limit(pid, "1");
  return { free: () => limit(pid, "unlimited") };
}

/** Of PostgreSQL's journal a piece is this large, of its tables those that the tests make larger cannot grow. */
const JOURNAL_BYTES = 1_048_576;

/**
 * The same for PostgreSQL's processes: no table that is larger than a piece of its journal grows any more. The journal
 * itself can be written, since without it the server ends, which is another fault.
 */
export function fillPostgresDisk(pids: () => readonly number[]): { readonly free: () => void } {
  // In the name of their own account: root itself may not in every container.
  const all = (soft: string) => {
    for (const pid of pids()) asPostgres("prlimit", ["--pid", String(pid), `--fsize=${soft}:`]);
  };
  all(String(JOURNAL_BYTES));
  return { free: () => all("unlimited") };
}
