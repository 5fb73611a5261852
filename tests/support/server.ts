import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Migrating and starting together take a few seconds; on a loaded machine more. */
const START_MS = 120_000;

/** A Tuesday; the demo office's clock starts at 10.30 of it. */
export const DEMO_DATE = "2026-11-24";

/** 32 characters and more, for real offices in tests. */
export const TEST_SECRET = "a secret for tests only, longer than needed";

export interface ServerOptions {
  readonly mode?: "demo" | "real";
  /** DATABASE_URL; without one a SQLite file in the server's own data folder. */
  readonly database?: string;
  /** A data folder to share or to come back to; without one a fresh folder that `stop` removes. */
  readonly dataDir?: string;
  readonly port?: number;
  /** The demo's first day. */
  readonly date?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The database is known to be up to date: spares the start that looks after it. */
  readonly migrated?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  /** The server's own environment, for scripts that are to run on the same office. */
  readonly env: NodeJS.ProcessEnv;
  /** All that the process has said so far. */
  readonly log: () => string;
  /** Tells the process to end, as a service manager does, and waits until it has; its exit code. */
  readonly end: () => Promise<number | null>;
  /** Ends the process, waits for its end, and removes a data folder of its own. */
  readonly stop: (options?: { readonly keepData?: boolean }) => Promise<void>;
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

const distDir = () => process.env.JANJI_DIST_DIR ?? ".next";

/** Builds the product if its sources changed since the last build, unless JANJI_TEST_AS_BUILT=1 says to take it as it is. */
export function ensureBuilt(): void {
  if (process.env.JANJI_TEST_AS_BUILT === "1") return;
  const ensure =
    'import { ensureGenerated, ensureBuild } from "./scripts/ensure.mjs"; ensureGenerated(); ensureBuild();';
  execFileSync(process.execPath, ["--input-type=module", "--eval", ensure], { cwd: ROOT, stdio: "inherit" });
}

/** What a server of these options gets as its environment; nothing of the tests' own leaks into it. */
function environmentOf(options: ServerOptions, dataDir: string, port: number): NodeJS.ProcessEnv {
  const { mode = "demo", date = DEMO_DATE, database, env = {} } = options;
  const { PATH, HOME, JANJI_DIST_DIR } = process.env;
  return {
    PATH,
    HOME,
    ...(JANJI_DIST_DIR ? { JANJI_DIST_DIR } : {}),
    // Far from the office's zone, so that nothing may lean on the machine's.
    TZ: "Pacific/Chatham",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    JANJI_MODE: mode,
    JANJI_DATA_DIR: dataDir,
    JANJI_BUILD: readFileSync(path.join(ROOT, distDir(), "BUILD_ID"), "utf8").trim(),
    ...(database ? { DATABASE_URL: database } : {}),
    ...(mode === "demo"
      ? { JANJI_DEMO_DATE: date }
      : { JANJI_SECRET: TEST_SECRET, JANJI_PUBLIC_URL: `http://localhost:${port}` }),
    ...env,
  };
}

interface Process {
  readonly child: ChildProcess;
  readonly log: () => string;
  readonly ended: Promise<number | null>;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Process {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, log: () => text, ended };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Ready once its health is good. @throws with what it said when it ends before, or takes too long. */
async function ready(url: string, { log, ended }: Process): Promise<void> {
  const process = { over: false };
  void ended.then(() => (process.over = true));
  const deadline = performance.now() + START_MS;
  while (!(await answers(url))) {
    if (process.over || performance.now() > deadline) throw new Error(`The server did not start:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs one of the house's scripts on a server's office; what it printed. @throws when it fails. */
export function runScript(server: Pick<RunningServer, "env">, script: string, ...args: string[]): string {
  const command = ["--conditions=react-server", "--import", "tsx", script, ...args];
  return execFileSync(process.execPath, command, { cwd: ROOT, env: server.env, encoding: "utf8" });
}

/** The exit code and output of a server that is expected to refuse to start; `script` is what starts it. */
export async function startRefused(
  options: ServerOptions,
  script: "serve" | "service" = "serve",
): Promise<{ readonly code: number | null; readonly log: string }> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), "janji-refused-"));
  const refused = run([`scripts/${script}.mjs`], environmentOf(options, dataDir, await freePort()));
  const ending = setTimeout(() => refused.child.kill("SIGKILL"), START_MS);
  const code = await refused.ended;
  clearTimeout(ending);
  if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  return { code, log: refused.log() };
}

/** The production build, migrated and served as scripts/serve.mjs does, on a free port and a database of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), "janji-server-"));
  const port = options.port ?? (await freePort());
  const env = environmentOf(options, dataDir, port);
  const url = `http://localhost:${port}`;
  if (!options.migrated) {
    const migrating = run(["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"], env);
    if ((await migrating.ended) !== 0) throw new Error(`Migrating failed:\n${migrating.log()}`);
  }
  const serving = run(["scripts/http-server.mjs"], env);
  const stop: RunningServer["stop"] = async ({ keepData = false } = {}) => {
    serving.child.kill("SIGKILL");
    await serving.ended;
    if (!options.dataDir && !keepData) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, serving);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const end = () => {
    serving.child.kill("SIGTERM");
    return serving.ended;
  };
  return { url, port, pid: serving.child.pid ?? 0, dataDir, env, log: serving.log, end, stop };
}
