// What a service manager starts: looks at the database, brings it up to date, and becomes the server. One process, so
// that its exit code tells the manager whether trying again can help (lib/platform/start-fault.ts).
import { spawnSync } from "node:child_process";

const migrate = ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts"];
const { status } = spawnSync(process.execPath, migrate, { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
await import("./http-server.mjs");
