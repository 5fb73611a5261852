import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startPostgresPair, type PostgresPair } from "./postgres-pair";
import { startProxy, type Proxy } from "./proxy";
import { freePort, startServer, type RunningServer } from "./server";
import { startTcpSwitch, type TcpSwitch } from "./tcp-switch";

export const DRAIN_SECONDS = 1;

/** Several servers behind a proxy, on one database with a standby, which they reach by one address. */
export interface SeveralServers {
  readonly servers: RunningServer[];
  readonly proxy: Proxy;
  readonly database: PostgresPair;
  readonly databaseAddress: TcpSwitch;
  /** Table and column names in double quotes; asked of whichever database the address leads to. */
  readonly rows: <Row extends object>(sql: string) => Promise<Row[]>;
  /** Starts one of them again, on its own port, and waits until it serves. */
  readonly startAgain: (index: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startSeveralServers(count: number): Promise<SeveralServers> {
  const database = await startPostgresPair();
  const databaseAddress = await startTcpSwitch(database.primary);
  const url = `postgresql://janji@127.0.0.1:${databaseAddress.port}/postgres`;
  // The demo's secret is a file; all processes of one office share it, as they share JANJI_SECRET in earnest.
  const dataDir = mkdtempSync(path.join(tmpdir(), "janji-several-"));
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  const proxy = await startProxy(ports.map((port) => `http://localhost:${port}`));
  const start = (port: number) =>
    startServer({
      database: url,
      dataDir,
      port,
      env: {
        JANJI_PUBLIC_URL: proxy.url,
        JANJI_TRUST_PROXY: "1",
        JANJI_DRAIN_SECONDS: String(DRAIN_SECONDS),
        JANJI_DUTY_SECONDS: "1",
      },
    });
  const servers: RunningServer[] = [];
  const stop = async () => {
    for (const server of servers) await server.stop();
    await proxy.stop();
    await databaseAddress.stop();
    database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    // The first one opens the office; the others find it open.
    for (const port of ports) servers.push(await start(port));
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    servers,
    proxy,
    database,
    databaseAddress,
    rows: async <Row extends object>(sql: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    startAgain: async (index) => {
      servers[index] = await start(ports[index] ?? 0);
    },
    stop,
  };
}
