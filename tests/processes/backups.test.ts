import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { until } from "../support/until";

const folder = mkdtempSync(path.join(tmpdir(), "janji-backups-"));
const backups = path.join(folder, "backups");
const archives = () =>
  existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith(".age")) : [];
const servers: RunningServer[] = [];

beforeAll(() => ensureBuilt());
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function command(script: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const all = ["--conditions=react-server", "--import", "tsx", `scripts/${script}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("a server makes its backup by itself, for a key it does not have, and another machine goes on from it", async () => {
  const key = path.join(folder, "key.txt");
  const made = command("backup-key", [key], process.env);
  const recipient = /^JANJI_BACKUP_RECIPIENTS=(age1\w+)$/m.exec(made.said)?.[1] ?? "";
  expect(recipient).not.toBe("");
  expect(statSync(key).mode & 0o077).toBe(0);
  // A key is never overwritten: the backups made for it would be lost.
  expect(command("backup-key", [key], process.env).status).toBe(1);
  expect(readFileSync(key, "utf8")).toContain(recipient);

  const env = {
    JANJI_BACKUP_DIR: backups,
    JANJI_BACKUP_RECIPIENTS: recipient,
  };
  const first = await startServer({ env });
  servers.push(first);
  await pushTickets(first, [applicant(await officeNow(first), 130)]);
  await until(archives, ({ length }) => length === 1);
  // What the process beside the server says is a line of the same journal, structured as its others.
  const told = await until(
    () =>
      first
        .log()
        .split("\n")
        .find((line) => line.includes("a backup was made")),
    (line) => line !== undefined,
  );
  expect(JSON.parse(told ?? "")).toMatchObject({ level: 30, removed: 0 });
  expect(command("backup", ["--if-due"], first.env)).toEqual({ status: 0, said: "" });
  expect(archives()).toHaveLength(1);
  // By hand one is made whenever somebody wants it.
  const byHand = command("backup", [], first.env);
  expect(byHand).toMatchObject({ status: 0 });
  const archive = archives().sort().at(-1) ?? "";
  expect(byHand.said).toContain(archive);
  const ownSecret = readFileSync(path.join(first.dataDir, "demo-secret"), "utf8");
  await first.stop();

  const file = path.join(backups, archive);
  const dataDir = path.join(folder, "new-machine");
  const elsewhere = { ...first.env, JANJI_DATA_DIR: dataDir };
  const secret = path.join(folder, "secret");
  expect(command("restore", [file, "--key", key, "--check"], elsewhere)).toMatchObject({ status: 0 });
  const restored = command("restore", [file, "--key", key, "--secret-to", secret], elsewhere);
  expect(restored.said).toContain("Brought back, as many rows as in the backup; the audit chain is sound.");
  expect(readFileSync(secret, "utf8")).toBe(ownSecret);
  expect(command("restore", [file, "--key", key], elsewhere)).toMatchObject({ status: 1 });

  const second = await startServer({ dataDir, env: { JANJI_SECRET: readFileSync(secret, "utf8") } });
  servers.push(second);
  expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
});
