import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { asPostgres, freePort, postgresBin, postgresFolder } from "./postgres-server";

/** A primary and its standby: what is acknowledged is on both. */
export interface PostgresPair {
  readonly primary: number;
  readonly standby: number;
  /** The primary's machine is gone, without a word to anybody. */
  readonly killPrimary: () => void;
  /** The standby becomes the primary; returns once it takes writes. */
  readonly promote: () => void;
  readonly stop: () => void;
}

const urlOf = (port: number) => `postgresql://janji@127.0.0.1:${port}/postgres`;

async function ask<Row extends object>(port: number, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: urlOf(port) });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts both on loopback ports, with synchronous replication once the standby follows. */
export async function startPostgresPair(): Promise<PostgresPair> {
  const bin = postgresBin();
  if (!bin)
    throw new Error("PostgreSQL's server programs are missing. On Debian: apt-get install postgresql");
  const folder = postgresFolder();
  const [primary, standby] = [await freePort(), await freePort()];
  const data = { primary: path.join(folder, "primary"), standby: path.join(folder, "standby") };
  const program = (name: string) => path.join(bin, name);
  const start = (which: "primary" | "standby", port: number) => {
    // Processes are killed here, not machines: what they have written stays with the system, without waiting for a disk.
    const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c max_connections=200 -c fsync=off -c full_page_writes=off`;
    const log = path.join(folder, `${which}.log`);
    asPostgres(program("pg_ctl"), ["-D", data[which], "-w", "-o", options, "-l", log, "start"]);
  };
  asPostgres(program("initdb"), [
    ...["-D", data.primary, "-A", "trust", "-U", "janji", "-E", "UTF8", "--no-sync"],
  ]);
  start("primary", primary);
  const from = ["-h", "127.0.0.1", "-p", String(primary), "-U", "janji"];
  asPostgres(program("pg_basebackup"), [
    ...from,
    ...["-D", data.standby, "-R", "-X", "stream", "-c", "fast", "--no-sync"],
  ]);
  start("standby", standby);
  // After the copy, so that the standby itself waits for nobody when it is promoted.
  await ask(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
  await ask(primary, "SELECT pg_reload_conf()");
  for (;;) {
    const [row] = await ask<{ sync_state: string }>(primary, "SELECT sync_state FROM pg_stat_replication");
    if (row?.sync_state === "sync") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const running = new Set<"primary" | "standby">(["primary", "standby"]);
  const killPrimary = () => {
    const [pid = ""] = readFileSync(path.join(data.primary, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    running.delete("primary");
  };
  return {
    primary,
    standby,
    killPrimary,
    promote: () => asPostgres(program("pg_ctl"), ["-D", data.standby, "-w", "promote"]),
    stop: () => {
      for (const which of running)
        asPostgres(program("pg_ctl"), ["-D", data[which], "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
