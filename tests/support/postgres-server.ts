import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where PostgreSQL's server programs are: Debian keeps them out of the PATH. */
export function postgresBin(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root, so root hands over to Debian's own account for it. */
export function asPostgres(command: string, args: readonly string[]): void {
  const root = process.getuid?.() === 0;
  const [program, ...rest] = root
    ? ["runuser", "-u", "postgres", "--", command, ...args]
    : [command, ...args];
  if (program) execFileSync(program, rest, { stdio: ["ignore", "ignore", "inherit"], cwd: tmpdir() });
}

/** A fresh folder that the account which runs PostgreSQL owns. */
export function postgresFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-postgres-"));
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    chownSync(folder, id("-u"), id("-g"));
  }
  chmodSync(folder, 0o700);
  return folder;
}

export interface ThrowAwayPostgres {
  readonly url: string;
  /** Kills every process of it at once, as a power cut does. */
  readonly kill: () => void;
  /** Its first process, and those that serve connections: what writes for its clients. */
  readonly writers: () => number[];
  /** Starts it again on what it left on the disk, and returns once it takes connections. */
  readonly startAgain: () => void;
  readonly stop: () => void;
}

/** Whether a process has not ended yet; one that nobody has taken leave of (a zombie) has. */
function runs(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

const lockOf = (data: string) => path.join(data, "postmaster.pid");

/** A server's first process and all its helpers. */
function processesOf(data: string): number[] {
  const [postmaster = ""] = readFileSync(lockOf(data), "utf8").split("\n");
  const helpers = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").split(" ");
  return [postmaster, ...helpers].map(Number).filter((one) => one > 1);
}

/** Empty once the process has ended, as some helper does at any moment. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Of them the first, which new connections come from, and those that serve one. */
const writersOf = (data: string) =>
  processesOf(data).filter((pid, index) => index === 0 || commandOf(pid).startsWith("postgres: janji "));

/** Ends a server and all its helpers in the same instant, so that none of them can tidy up. */
function killAll(data: string): void {
  const pids = processesOf(data);
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself between the look and the blow.
    }
  }
  while (pids.some(runs)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  // After a power cut no process of that number runs; here one might be taken for it.
  rmSync(lockOf(data), { force: true });
  const folder = path.dirname(data);
  for (const name of readdirSync(folder))
    if (name.startsWith(".s.PGSQL.")) rmSync(path.join(folder, name), { force: true });
}

/**
 * A throw-away server on a loopback port with its data in memory's reach; `stop` leaves nothing behind.
 * @param options durable: every commit waits for the disk, as in an office; for measurements and crashes.
 */
export async function startPostgres({ durable = false } = {}): Promise<ThrowAwayPostgres> {
  const bin = postgresBin();
  if (!bin)
    throw new Error("PostgreSQL's server programs are missing. On Debian: apt-get install postgresql");
  const folder = postgresFolder();
  const data = path.join(folder, "data");
  const port = await freePort();
  // Small pieces of its journal: less to write, and a full disk can be had with files of a few megabytes.
  const initial = ["-A", "trust", "-U", "janji", "-E", "UTF8", "--no-sync", "--wal-segsize=1"];
  asPostgres(path.join(bin, "initdb"), ["-D", data, ...initial]);
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c max_connections=200${durable ? "" : " -c fsync=off -c full_page_writes=off"}`;
  const start = ["-D", data, "-w", "-t", "120", "-o", options, "-l", path.join(folder, "log"), "start"];
  const startAgain = () => asPostgres(path.join(bin, "pg_ctl"), start);
  startAgain();
  const stop = () => {
    asPostgres(path.join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: `postgresql://janji@127.0.0.1:${port}/postgres`,
    kill: () => killAll(data),
    writers: () => writersOf(data),
    startAgain,
    stop,
  };
}

/** Vitest's global set-up of the PostgreSQL project. */
export default async function setup(): Promise<() => void> {
  const server = await startPostgres();
  process.env.TEST_POSTGRES_URL = server.url;
  return server.stop;
}
