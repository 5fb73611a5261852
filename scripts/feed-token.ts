/**
 * `npm run feed-token -- --name "SMART bridge"`: prints a new token of the queue feed, this once.
 * `--list` shows the tokens that work; `--revoke ID` ends one. Exit codes: 0 done, 1 nothing of that id, 2 wrong usage.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { issueFeedToken, listFeedTokens, revokeFeedToken } from "@/lib/access/feed-tokens";
import { assertInstallationMode } from "@/lib/access/installation-mode";
import { deviceNameInput } from "@/lib/access/schema";
import { closeDatabase } from "@/lib/platform/database";
import { ConfigurationError, environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";

const USAGE = 'Usage: npm run feed-token -- --name "SMART bridge" | --list | --revoke ID';
const by = { actor: { kind: "SYSTEM" } as const, requestId: randomUUID() };

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { name: { type: "string" }, list: { type: "boolean" }, revoke: { type: "string" } },
    });
    return Object.keys(values).length === 1 ? values : null;
  } catch {
    return null;
  }
}

async function issue(typed: string): Promise<number> {
  const parsed = deviceNameInput.safeParse({ name: typed });
  if (!parsed.success) {
    console.error("The name must have 1 to 40 characters");
    return 2;
  }
  const { id, token } = await issueFeedToken(parsed.data.name, by);
  console.log(`${token}\nIts id is ${id}. The token is not stored and cannot be shown again.`);
  return 0;
}

async function list(): Promise<number> {
  const day = (instant: number | null) => (instant === null ? "never" : new Date(instant).toISOString());
  for (const { id, name, createdAt, lastUsedAt } of await listFeedTokens()) {
    console.log(`${id}  ${name}  made ${day(createdAt)}  last used ${day(lastUsedAt)}`);
  }
  return 0;
}

async function revoke(id: string): Promise<number> {
  const answer = await revokeFeedToken(id, by);
  console.log(answer.ok ? "Revoked." : "There is no working token of that id.");
  return answer.ok ? 0 : 1;
}

async function main(): Promise<number> {
  const chosen = readArguments();
  if (!chosen) {
    console.error(USAGE);
    return 2;
  }
  try {
    await migrate(environment().database);
    await assertInstallationMode();
    if (chosen.name !== undefined) return await issue(chosen.name);
    return chosen.revoke === undefined ? await list() : await revoke(chosen.revoke);
  } catch (fault) {
    if (!(fault instanceof ConfigurationError)) throw fault;
    console.error(fault.message);
    return 2;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main();
