import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KioskAnswer } from "@/lib/vouchers/types";
import { postgresAdapter, sqliteAdapter } from "@/lib/platform/adapters";
import { PrismaClient as PostgresClient } from "@/lib/platform/generated/postgres/client";
import { Prisma, PrismaClient } from "@/lib/platform/generated/sqlite/client";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { applicant, officeNow, pushTickets } from "../support/feed";
import { newKey } from "../support/keys";
import { ensureBuilt, startRefused, startServer, type RunningServer } from "../support/server";
import { databaseSource, type DatabaseSource, type SharedDatabase } from "../support/shared-database";
import { SCRAWL } from "../support/signature";

let postgres: DatabaseSource;
let target: SharedDatabase;
const servers: RunningServer[] = [];

beforeAll(async () => {
  ensureBuilt();
  postgres = await databaseSource("postgres");
  target = await postgres.fresh();
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await target.drop();
  postgres.stop();
});

function move(env: NodeJS.ProcessEnv, ...args: string[]) {
  const all = ["--conditions=react-server", "--import", "tsx", "scripts/move-database.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

async function issue(server: RunningServer, kiosk: ActionClient): Promise<KioskAnswer> {
  const person = applicant(await officeNow(server), 130);
  await pushTickets(server, [person]);
  const answer = await kiosk.check(person.bookingCode);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
const numberOf = (answer: KioskAnswer) =>
  answer.outcome === "ELIGIBLE" ? answer.slip.number : answer.outcome;

/** A day's work of an office, with a value of every type: instants, flags, texts as JSON, sealed bytes. */
async function live(server: RunningServer): Promise<void> {
  const kiosk = await new ActionClient(server).enrol();
  const numbers = [numberOf(await issue(server, kiosk)), numberOf(await issue(server, kiosk))];
  expect(new Set(numbers).size).toBe(2);
  const head = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
  const act = async (page: string, name: string, input: object) => {
    const answer = await head.act<never>(page, name, { ...input, key: newKey() });
    expect([name, answer.ok || answer.code]).toEqual([name, true]);
  };
  // Looked at from outside; a connection that stays open would itself be a reason not to move.
  const source = rowsOf(server.dataDir);
  const voucher = await source.voucher.findFirstOrThrow({ where: { number: numbers[0] ?? "" } });
  const souvenir = await source.souvenir.findFirstOrThrow();
  const page = `/staff/vouchers/${voucher.id}`;
  await act(page, "confirmVoucherAction", { voucherId: voucher.id });
  await act(page, "recordStepAction", { voucherId: voucher.id, step: "APOLOGY" });
  await act(page, "recordStepAction", { voucherId: voucher.id, step: "SOUVENIR", souvenirId: souvenir.id });
  const steps = await source.voucherStep.findMany({ where: { voucherId: voucher.id } });
  await source.$disconnect();
  const done = (step: string) => steps.find((one) => one.step === step)?.at?.getTime() ?? 0;
  const seen = { apologyAt: done("APOLOGY"), souvenirAt: done("SOUVENIR") };
  await act(page, "signReceiptAction", { voucherId: voucher.id, seen, signature: SCRAWL });
  const idle = await head.act("/staff/devices/accounts", "setIdleMinutesAction", { idleMinutes: 44 });
  expect(idle.ok).toBe(true);
}

const rowsOf = (dataDir: string) =>
  new PrismaClient({ adapter: sqliteAdapter(path.join(dataDir, "janji.db"), { readOnly: true }) });

/** Both databases' clients are generated from one schema; of each only its models are asked here. */
type Models = Pick<PrismaClient, "ticket">;

/** Every row of a table as the product reads it, in no order of the database's. */
async function allOf(client: Models, model: string): Promise<string[]> {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as "ticket";
  const rows = await client[name].findMany();
  const plain = (_key: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return rows.map((row) => JSON.stringify(row, plain)).sort();
}

test("an office moves from SQLite to PostgreSQL with every row, and goes on with the next number", async () => {
  const before = await startServer();
  servers.push(before);
  await live(before);
  const file = path.join(before.dataDir, "janji.db");
  const env = { ...before.env, DATABASE_URL: target.options.database };

  const early = move(env, file);
  expect([early.status, early.said]).toEqual([1, expect.stringContaining("stop the server")]);
  expect(await target.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);

  await before.end();
  const copy = path.join(before.dataDir, "copy.db");
  copyFileSync(file, copy);
  expect(move(env, file)).toMatchObject({ status: 0 });

  const [here, there] = [
    rowsOf(before.dataDir),
    new PostgresClient({
      adapter: postgresAdapter(target.options.database ?? "", 2),
    }),
  ] as const;
  const counts: Record<string, number> = {};
  for (const model of Object.keys(Prisma.ModelName)) {
    if (model === "Duty" || model === "RateLimit") continue;
    const [left, arrived] = [await allOf(here, model), await allOf(there as unknown as Models, model)];
    // Two marks are one database's own: that it was left, and that the other was moved to.
    const own = (row: string) => /moved-to-postgres|database\.moved/.test(row);
    if (model === "AuditHead") continue;
    expect(
      arrived.filter((row) => !own(row)),
      model,
    ).toEqual(left.filter((row) => !own(row)));
    counts[model] = left.length;
  }
  await Promise.all([here.$disconnect(), there.$disconnect()]);
  const filled = ["Ticket", "Voucher", "ReceiptSignature", "AuditEvent", "Session", "SouvenirMovement"];
  for (const model of filled) expect(counts[model], model).toBeGreaterThan(0);
  expect(counts.SettingVersion).toBe(2);

  // Once is enough: neither the file, nor another one into what is no longer empty.
  expect(move(env, file)).toMatchObject({
    status: 1,
    said: expect.stringContaining("was moved already") as string,
  });
  expect(move(env, copy)).toMatchObject({
    status: 1,
    said: expect.stringContaining("has rows in") as string,
  });
  const left = await startRefused({ env: { JANJI_DATA_DIR: before.dataDir } });
  expect([left.code, left.log]).toEqual([78, expect.stringContaining("moved to PostgreSQL")]);

  const after = await startServer({ ...target.options, dataDir: before.dataDir });
  servers.push(after);
  const verified = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/verify-audit.ts"],
    { env: after.env, encoding: "utf8" },
  );
  expect([verified.status, verified.stderr]).toEqual([0, ""]);
  const [last] = await target.rows<{ number: string; seq: number }>(
    `SELECT "number", "seq" FROM "vouchers" ORDER BY "serviceDate" DESC, "seq" DESC LIMIT 1`,
  );
  const kiosk = await new ActionClient(after).enrol();
  expect(numberOf(await issue(after, kiosk))).toBe(`K-${String((last?.seq ?? 0) + 1).padStart(3, "0")}`);
  const head = await new ActionClient(after).signIn("kepala", DEMO_PASSWORDS.kepala);
  const idle = await head.act("/staff/devices/accounts", "setIdleMinutesAction", { idleMinutes: 45 });
  expect(idle.ok).toBe(true);
  expect(await target.rows(`SELECT 1 FROM "setting_versions"`)).toHaveLength(3);
});
