import "server-only";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** A program that a backup needs is not on this machine, or it ended badly. `code` says which. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
  constructor(
    readonly code: "MISSING" | "FAILED",
    message: string,
  ) {
    super(message);
  }
}

/** Debian keeps PostgreSQL's programs out of the PATH; the newest version reads every older server. */
function find(program: string): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
  ];
  const found = folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
  if (found) return found;
  throw new ProgramError(
    "MISSING",
    `${program} is not on this machine. On Debian: apt-get install postgresql-client`,
  );
}

/** The connection in libpq's own variables: an address on the command line is read by everybody on the machine. */
function connection(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const values = {
    PGHOST: searchParams.get("host") ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, ""),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode") ?? "",
    PGSSLROOTCERT: searchParams.get("sslrootcert") ?? "",
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

/**
 * Runs one of PostgreSQL's client programs against a database.
 * @throws ProgramError when it is missing or ends badly; what it said is in the message.
 */
export async function runPostgres(program: string, args: readonly string[], url: string): Promise<void> {
  const child = spawn(find(program), args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...connection(url) },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-2000)));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (status !== 0)
    throw new ProgramError("FAILED", `${program} ended with ${String(status)}: ${said.trim()}`);
}
