// Migrates and serves what has been built. `npm start` comes here after ensure.mjs; so do service managers and tests.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { buildId, ensureBuild, ensureGenerated } from "./ensure.mjs";

export const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

if (existsSync(".env")) process.loadEnvFile(".env");
ensureGenerated();
ensureBuild();

const migrated = spawnSync(process.execPath, [...TYPESCRIPT, "scripts/migrate.ts"], { stdio: "inherit" });
if (migrated.status !== 0) process.exit(migrated.status ?? 1);

const port = process.env.PORT ?? "3000";
const server = spawn(process.execPath, ["scripts/http-server.mjs"], {
  stdio: "inherit",
  env: {
    ...process.env,
    PORT: port,
    JANJI_BUILD: buildId(),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
