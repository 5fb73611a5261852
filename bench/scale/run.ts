/**
 * `npm run bench:scale -- [--each 300] [--write]`
 * What one server on SQLite does, and what several on PostgreSQL do, on this machine: kiosks scan fresh bookings by HTTP at
 * several at once, each arrangement in turn within one call, and the first once more at the end. Tells ratios to the first, processor time,
 * and how much the database grew a ticket, a voucher and its three duties. --write keeps it in bench/scale/RESULTS.md.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { ActionClient } from "../../tests/support/action-client";
import { DEMO_PASSWORDS } from "../../tests/support/demo-people";
import { applicant, officeNow, pushTickets } from "../../tests/support/feed";
import { newKey } from "../../tests/support/keys";
import { startProxy } from "../../tests/support/proxy";
import { ensureBuilt, freePort, startServer, type RunningServer } from "../../tests/support/server";
import { databaseSource, type DatabaseKind, type SharedDatabase } from "../../tests/support/shared-database";
import { until } from "../../tests/support/until";

const { values } = parseArgs({
  options: { each: { type: "string", default: "300" }, write: { type: "boolean", default: false } },
});
const each = Number(values.each);
const AT_ONCE = [1, 8, 32] as const;
/** A kiosk may ask 30 times a minute. */
const PER_KIOSK = 25;
const BATCH = 100;
/** Vouchers whose duties are recorded, for the size of that. */
const SERVED = 20;
const TICK_MS = 1_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

interface Arrangement {
  readonly name: string;
  readonly kind: DatabaseKind;
  readonly servers: number;
}
const ARRANGEMENTS: readonly Arrangement[] = [
  { name: "one server, SQLite", kind: "sqlite", servers: 1 },
  { name: "one server, PostgreSQL", kind: "postgres", servers: 1 },
  { name: "two servers, PostgreSQL", kind: "postgres", servers: 2 },
  { name: "one server, SQLite, again", kind: "sqlite", servers: 1 },
];

interface Measured {
  readonly name: string;
  /** Vouchers a second, by how many were asked for at once. */
  readonly rate: readonly number[];
  /** Processor time of the servers a voucher, ms; that of the database is not in it. */
  readonly processor: number;
  /** Bytes that the database grew. */
  readonly perTicket: number;
  readonly perVoucher: number;
  readonly perDuties: number;
}

/** User and system time of a process so far, ms. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function sizeOf(database: SharedDatabase, kind: DatabaseKind): Promise<number> {
  const sql =
    kind === "sqlite"
      ? `SELECT sum(pgsize) AS bytes FROM dbstat`
      : `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;
  const [row] = await database.rows<{ bytes: number | string }>(sql);
  return Number(row?.bytes);
}

async function push(server: RunningServer, count: number): Promise<string[]> {
  const now = await officeNow(server);
  const tickets = Array.from({ length: count }, () => applicant(now, 130));
  for (let start = 0; start < count; start += BATCH)
    await pushTickets(server, tickets.slice(start, start + BATCH));
  return tickets.map(({ bookingCode }) => bookingCode);
}

/** Fresh kiosks, each from an address of its own. */
function kiosks(url: string, count: number): Promise<ActionClient[]> {
  const address = () => ({ "x-forwarded-for": `10.${rand()}.${rand()}.${rand()}` });
  const rand = () => Math.floor(Math.random() * 254) + 1;
  return Promise.all(
    Array.from({ length: count }, () => {
      const claims = address();
      return new ActionClient({ url }, () => claims).enrol();
    }),
  );
}

async function scanAll(url: string, bookings: readonly string[], atOnce: number): Promise<number> {
  const all = await kiosks(url, Math.ceil(bookings.length / PER_KIOSK));
  let next = 0;
  const one = async () => {
    for (let index = next++; index < bookings.length; index = next++) {
      const answer = await all[index % all.length]?.check(bookings[index] ?? "", newKey());
      if (!answer?.ok || answer.value.outcome !== "ELIGIBLE") throw new Error(JSON.stringify(answer));
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  return (1_000 * bookings.length) / (performance.now() - began);
}

async function serveSome(server: RunningServer, database: SharedDatabase): Promise<void> {
  const officer = await new ActionClient(server).signIn("penyelia", DEMO_PASSWORDS.penyelia);
  const vouchers = await database.rows<{ id: string }>(
    `SELECT "id" FROM "vouchers" WHERE "state" = 'ISSUED' ORDER BY "seq" DESC LIMIT ${SERVED}`,
  );
  const [souvenir] = await database.rows<{ id: string }>(`SELECT "id" FROM "souvenirs" LIMIT 1`);
  for (const { id: voucherId } of vouchers)
    for (const step of ["APOLOGY", "SOUVENIR", "PRIORITY"]) {
      const input = {
        voucherId,
        step,
        key: newKey(),
        ...(step === "SOUVENIR" ? { souvenirId: souvenir?.id } : {}),
      };
      const answer = await officer.act("/staff", "recordStepAction", input);
      if (!answer.ok) throw new Error(`${step}: ${answer.code}`);
    }
}

async function measure({ name, kind, servers: count }: Arrangement): Promise<Measured> {
  const source = await databaseSource(kind, { durable: true });
  const database = await source.fresh();
  const ports = [];
  while (ports.length < count) ports.push(await freePort());
  const proxy = count > 1 ? await startProxy(ports.map((port) => `http://localhost:${port}`)) : null;
  const env = { JANJI_TRUST_PROXY: "1", JANJI_DUTY_SECONDS: "600" };
  const servers = await Promise.all(ports.map((port) => startServer({ ...database.options, port, env })));
  const [first] = servers as [RunningServer];
  const url = proxy?.url ?? first.url;
  if (proxy) await until(proxy.sound, (sound) => sound.length === count);
  const empty = await sizeOf(database, kind);
  await scanAll(url, await push(first, BATCH), 4);
  const warm = await sizeOf(database, kind);
  const work = [];
  for (const atOnce of AT_ONCE) work.push({ atOnce, bookings: await push(first, each) });
  const pushed = await sizeOf(database, kind);
  const before = servers.reduce((sum, { pid }) => sum + processorMs(pid), 0);
  const rate = [];
  for (const { atOnce, bookings } of work) rate.push(await scanAll(url, bookings, atOnce));
  const after = servers.reduce((sum, { pid }) => sum + processorMs(pid), 0);
  const scanned = await sizeOf(database, kind);
  await serveSome(first, database);
  const served = await sizeOf(database, kind);
  for (const server of servers) await server.stop();
  await proxy?.stop();
  await database.drop();
  source.stop();
  const all = each * AT_ONCE.length;
  if (warm <= empty) throw new Error("the database did not grow");
  return {
    name,
    rate,
    processor: (after - before) / all,
    perTicket: (pushed - warm) / all,
    perVoucher: (scanned - pushed) / all,
    perDuties: (served - scanned) / SERVED,
  };
}

ensureBuilt();
const measured: Measured[] = [];
for (const arrangement of ARRANGEMENTS) measured.push(await measure(arrangement));
const [base] = measured as [Measured];
const row = ({ name, rate, processor, perTicket, perVoucher, perDuties }: Measured) =>
  `| ${[
    name,
    ...rate.map((one, index) => `× ${(one / (base.rate[index] ?? 1)).toFixed(2)} (${one.toFixed(0)})`),
    `× ${(processor / base.processor).toFixed(2)} (${processor.toFixed(1)})`,
    ...[perTicket, perVoucher, perDuties].map((bytes) => (bytes / 1_000).toFixed(1)),
  ].join(" | ")} |`;
const text = `# How far one machine goes

\`npm run bench:scale -- --each ${each}\` on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? ""}), load ${os.loadavg()[0]?.toFixed(1)} at the end; clients, proxy, servers and database shared the machine, so that more servers than cores gain nothing here. A voucher is a kiosk's whole question by HTTP: a fresh booking checked, the voucher issued and answered, committed to the disk. Ratios are to the first line; in brackets vouchers a second and milliseconds on that machine.

| | 1 at once | 8 at once | 32 at once | servers' processor time a voucher, ms | kB a ticket | kB a voucher | kB its three duties |
| --- | --- | --- | --- | --- | --- | --- | --- |
${measured.map(row).join("\n")}

Sizes are the growth of all tables and indexes together. The first line stands there twice: what the two differ by is the machine's own unrest.
`;
console.log(text);
if (values.write) writeFileSync("bench/scale/RESULTS.md", text);
