import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { openOffice } from "@/lib/office/open-office";
import { setOfficeClock } from "@/lib/platform/clock";
import { closeDatabase } from "@/lib/platform/database";
import { environment, forgetEnvironment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";
import { ingestTickets } from "@/lib/queue/ingest";
import type { TicketPayload } from "@/lib/queue/schema";
import { startPostgres } from "../../tests/support/postgres-server";

export type Kind = "sqlite" | "postgres";

/** A Tuesday; the clock of a benched office stands at 10.30 of it. */
export const DAY = "2026-11-24";
/** A booking number that is plainly invented. */
export const booking = (number: number) => `9900${String(number).padStart(12, "0")}`;

/** An applicant who meets every condition, or who has waited for half an hour only. */
export const applicant = (number: number, standing: "eligible" | "not yet"): TicketPayload => ({
  ticketId: `T-${number}`,
  bookingCode: booking(number),
  queueNumber: `B-${String(number).padStart(3, "0")}`,
  serviceDate: DAY,
  biometricTicketAt: `${DAY}T${standing === "eligible" ? "08:00" : "10:00"}:00+07:00`,
  applicationType: "NEW",
  bookingChannel: "M_PASPOR",
  registeredInSmart: true,
  underReview: false,
  updatedAt: `${DAY}T10:00:00+07:00`,
});

export interface BenchedOffice {
  readonly kind: Kind;
  /** DATABASE_URL of the office that this process now works on. */
  readonly url: string;
  readonly folder: string;
  /** Another database with everything that is in this one; close the product's clients first. */
  readonly copy: () => Promise<string>;
  readonly close: () => Promise<void>;
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** A migrated, opened office without tickets, on the disk that an office would have: every commit waits for it. */
export async function benchedOffice(kind: Kind): Promise<BenchedOffice> {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-bench-"));
  const server = kind === "postgres" ? await startPostgres({ durable: true }) : null;
  const named = (name: string) =>
    server ? server.url.replace(/\/[^/]*$/, `/${name}`) : `file:${path.join(folder, `${name}.db`)}`;
  const url = named("office");
  if (server) await admin(server.url, "CREATE DATABASE office");
  Object.assign(process.env, { JANJI_MODE: "demo", JANJI_DATA_DIR: folder, DATABASE_URL: url });
  forgetEnvironment();
  await migrate(environment().database);
  await openOffice();
  setOfficeClock(() => Date.parse(`${DAY}T10:30:00+07:00`));
  let copies = 0;
  return {
    kind,
    url,
    folder,
    copy: async () => {
      const name = `copy_${(copies += 1)}`;
      if (server) await admin(server.url, `CREATE DATABASE ${name} TEMPLATE office`);
      else copyFileSync(path.join(folder, "office.db"), path.join(folder, `${name}.db`));
      return named(name);
    },
    close: async () => {
      await closeDatabase();
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Delivers tickets as a feed does. */
export async function deliver(tickets: readonly TicketPayload[]): Promise<void> {
  for (let from = 0; from < tickets.length; from += 500)
    await ingestTickets(tickets.slice(from, from + 500), { kind: "DEMO" });
}
