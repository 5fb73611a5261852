// npm run dev: the development server on the demo office, reloading as files change.
import { spawn, spawnSync } from "node:child_process";
import "./ensure-tools.mjs";

const typescript = ["--conditions=react-server", "--import", "tsx"];
const migrated = spawnSync(process.execPath, [...typescript, "scripts/migrate.ts"], { stdio: "inherit" });
if (migrated.status !== 0) process.exit(migrated.status ?? 1);
const server = spawn(
  process.execPath,
  ["node_modules/next/dist/bin/next", "dev", "--port", process.env.PORT ?? "3000"],
  {
    stdio: "inherit",
    env: { ...process.env, JANJI_DIST_DIR: process.env.JANJI_DIST_DIR ?? ".next-dev" },
  },
);
server.on("exit", (code) => process.exit(code ?? 1));
