import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { openOffice } from "@/lib/office/open-office";
import { setOfficeClock } from "@/lib/platform/clock";
import { closeDatabase } from "@/lib/platform/database";
import { forgetEnvironment, type Environment } from "@/lib/platform/environment";
import { migrate } from "@/lib/platform/migrate";

/** Which database this run is on. */
export const kind = process.env.TEST_DATABASE === "postgres" ? "postgres" : "sqlite";

/** A Tuesday in Blitar, 10.30 WIB. */
export const TUESDAY = "2026-11-24";
export const at = (time: string, date = TUESDAY) =>
  new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+07:00`);

/** Sets the office's clock to a local time of the test's day. */
export function officeTime(time: string, date = TUESDAY): void {
  const instant = at(time, date).getTime();
  setOfficeClock(() => instant);
}

const adminUrl = () => {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error("TEST_POSTGRES_URL is set by the PostgreSQL project's global set-up");
  return url;
};

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const named = (name: string) => adminUrl().replace(/\/[^/]*$/, `/${name}`);

let counter = 0;
const uniqueName = () => `test_${process.pid}_${Date.now().toString(36)}_${(counter += 1)}`;

function point(folder: string, url: string): void {
  Object.assign(process.env, { JANJI_MODE: "demo", JANJI_DATA_DIR: folder, DATABASE_URL: url });
  process.env.JANJI_SECRET = "a secret for tests only, longer than needed";
  forgetEnvironment();
}

const targetNamed = (name: string): Environment["database"] =>
  kind === "sqlite" ? { kind, file: name } : { kind, url: named(name) };
const urlOf = (database: Environment["database"]) =>
  database.kind === "sqlite" ? `file:${database.file}` : database.url;

/** By whether the office was opened. */
const templates = new Map<boolean, Promise<string>>();

async function makeTemplate(open: boolean): Promise<string> {
  // The folder that goes with the run; a process of Vitest's is ended too roughly to tidy up after itself.
  const folder = mkdtempSync(path.join(process.env.TEST_TEMPLATES ?? tmpdir(), "janji-template-"));
  const name = kind === "sqlite" ? path.join(folder, "template.db") : uniqueName();
  const target = targetNamed(name);
  if (kind === "postgres") await admin(`CREATE DATABASE ${name}`);
  await migrate(target);
  point(folder, urlOf(target));
  if (open) await openOffice();
  await closeDatabase();
  return name;
}

/** What every test's database is copied from; made once a process, since it costs more than most files' tests. */
function templateOf(open: boolean): Promise<string> {
  const template = templates.get(open) ?? makeTemplate(open);
  templates.set(open, template);
  return template;
}

/**
 * A database of its own for every test: migrated once a process, then copied under a new name each time, never over an
 * open one. The office's clock stands at 10.30 WIB on a Tuesday until a test moves it.
 * @param open whether the office has its first policy and settings (default true).
 */
export function useTestDatabase({ open = true } = {}): { readonly target: () => Environment["database"] } {
  const folder = mkdtempSync(path.join(tmpdir(), "janji-db-"));
  const databases: string[] = [];
  let template: string;
  let target: Environment["database"];

  beforeAll(async () => {
    template = await templateOf(open);
  });

  beforeEach(async () => {
    const name = kind === "sqlite" ? path.join(folder, `${(counter += 1)}.db`) : uniqueName();
    if (kind === "sqlite") copyFileSync(template, name);
    else await admin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    databases.push(name);
    target = targetNamed(name);
    // What a test left running may have opened its own again after its end.
    await closeDatabase();
    point(folder, urlOf(target));
    officeTime("10:30");
  });

  afterEach(async () => {
    setOfficeClock(undefined);
    await closeDatabase();
  });

  afterAll(async () => {
    if (kind === "postgres") for (const name of databases) await admin(`DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  });

  return { target: () => target };
}
