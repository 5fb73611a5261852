import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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

/**
 * A throw-away server on a loopback port with its data in memory's reach; `stop` leaves nothing behind.
 * @param options durable: every commit waits for the disk, as in an office; for measurements.
 */
export async function startPostgres({ durable = false } = {}): Promise<{
  readonly url: string;
  readonly stop: () => void;
}> {
  const bin = postgresBin();
  if (!bin)
    throw new Error("PostgreSQL's server programs are missing. On Debian: apt-get install postgresql");
  const folder = postgresFolder();
  const data = path.join(folder, "data");
  const port = await freePort();
  asPostgres(path.join(bin, "initdb"), ["-D", data, "-A", "trust", "-U", "janji", "-E", "UTF8", "--no-sync"]);
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c max_connections=200${durable ? "" : " -c fsync=off -c full_page_writes=off"}`;
  asPostgres(path.join(bin, "pg_ctl"), [
    "-D",
    data,
    "-w",
    "-o",
    options,
    "-l",
    path.join(folder, "log"),
    "start",
  ]);
  const stop = () => {
    asPostgres(path.join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgresql://janji@127.0.0.1:${port}/postgres`, stop };
}

/** Vitest's global set-up of the PostgreSQL project. */
export default async function setup(): Promise<() => void> {
  const server = await startPostgres();
  process.env.TEST_POSTGRES_URL = server.url;
  return server.stop;
}
