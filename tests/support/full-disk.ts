import { execFileSync } from "node:child_process";

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
