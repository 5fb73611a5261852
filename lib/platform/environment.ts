import "server-only";
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What the process was told from outside; every variable is described in .env.example. */
export interface Environment {
  readonly mode: "demo" | "real";
  readonly dataDir: string;
  readonly database:
    { readonly kind: "sqlite"; readonly file: string } | { readonly kind: "postgres"; readonly url: string };
  /** At least 32 characters; every key of the installation is derived from it. */
  readonly secret: string;
  /** Address under which browsers reach the office, without a trailing slash. */
  readonly publicUrl: string;
  /** Demo and tests only: the demo clock's first service date and minutes after local midnight. */
  readonly demoDate: string | null;
  /** A folder whose files the server imports by itself; null for none. */
  readonly dropDir: string | null;
  /** The file of daily heads of the audit chain: better on another disk or machine than the database's. */
  readonly auditHeads: string;
  /** Where encrypted backups go and whom they are for; null while the office has set no folder. */
  readonly backups: { readonly folder: string; readonly recipients: readonly string[] } | null;
  /** What a monitoring system shows to read metrics and the report of health; null closes both. */
  readonly monitorToken: string | null;
  /** How often standing duties such as housekeeping are looked after, ms. */
  readonly dutyMs: number;
  /** Whether X-Forwarded-For ends with what our own server or our own proxy saw. */
  readonly addressKnown: boolean;
}

export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

const SECRET_LENGTH = 32;

/** The demo makes its own secret once; of two processes started together one gives it and both read the same. */
function demoSecret(dataDir: string): string {
  const file = path.join(dataDir, "demo-secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${randomBytes(8).toString("hex")}`;
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    try {
      // A link appears whole or not at all, unlike a file that is still being written.
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  try {
    return readFileSync(file, "utf8");
  } catch (fault) {
    const { code = "" } = fault as NodeJS.ErrnoException;
    throw new ConfigurationError(`${file} holds the demo's secret and cannot be read (${code})`);
  }
}

function parseDatabase(url: string | undefined, dataDir: string): Environment["database"] {
  if (!url) return { kind: "sqlite", file: path.resolve(dataDir, "janji.db") };
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: "postgres", url };
  if (url.startsWith("file:"))
    return { kind: "sqlite", file: path.resolve(/* turbopackIgnore: true */ url.slice("file:".length)) };
  throw new ConfigurationError("DATABASE_URL must begin with postgresql:// or file:");
}

const RECIPIENT = /^age1[a-z0-9]{40,}$/;

function parseBackups(source: NodeJS.ProcessEnv): Environment["backups"] {
  if (!source.JANJI_BACKUP_DIR) return null;
  const recipients = (source.JANJI_BACKUP_RECIPIENTS ?? "").split(/[\s,]+/).filter(Boolean);
  if (recipients.length === 0 || !recipients.every((recipient) => RECIPIENT.test(recipient)))
    throw new ConfigurationError(
      "JANJI_BACKUP_RECIPIENTS must name whom backups are encrypted for (age1…); make a key with: npm run backup-key",
    );
  return { folder: path.resolve(/* turbopackIgnore: true */ source.JANJI_BACKUP_DIR), recipients };
}

function parseMonitorToken({ JANJI_MONITOR_TOKEN: token }: NodeJS.ProcessEnv): string | null {
  if (!token) return null;
  if (token.length < SECRET_LENGTH)
    throw new ConfigurationError(
      `JANJI_MONITOR_TOKEN must have at least ${SECRET_LENGTH} characters; make one with: openssl rand -base64 48`,
    );
  return token;
}

function parseDutyMs(seconds: string | undefined): number {
  const given = Number(seconds ?? "60");
  if (!Number.isFinite(given) || given < 1 || given > 600)
    throw new ConfigurationError("JANJI_DUTY_SECONDS must be between 1 and 600");
  return given * 1_000;
}

/**
 * Reads and checks the environment.
 * @throws ConfigurationError naming the variable that is missing or wrong.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const mode = source.JANJI_MODE ?? "demo";
  if (mode !== "demo" && mode !== "real") throw new ConfigurationError("JANJI_MODE must be demo or real");
  const dataDir = path.resolve(/* turbopackIgnore: true */ source.JANJI_DATA_DIR ?? "data");
  const database = parseDatabase(source.DATABASE_URL, dataDir);
  const dropDir = source.JANJI_DROP_DIR
    ? path.resolve(/* turbopackIgnore: true */ source.JANJI_DROP_DIR)
    : null;
  const auditHeads = path.resolve(
    /* turbopackIgnore: true */ source.JANJI_AUDIT_HEADS ?? path.join(dataDir, "audit-heads.txt"),
  );
  const backups = parseBackups(source);
  const dutyMs = parseDutyMs(source.JANJI_DUTY_SECONDS);
  const port = source.PORT ?? "3000";
  const monitorToken = parseMonitorToken(source);
  const addressKnown = source.JANJI_TRUST_PROXY === "1" || source.JANJI_HTTP_SERVER === "own";
  const publicUrl = (source.JANJI_PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, "");
  if (!URL.canParse(publicUrl)) throw new ConfigurationError("JANJI_PUBLIC_URL is not an address");
  if (mode === "real") {
    const secret = source.JANJI_SECRET ?? "";
    if (secret.length < SECRET_LENGTH) {
      throw new ConfigurationError(
        `JANJI_SECRET must have at least ${SECRET_LENGTH} characters; make one with: openssl rand -base64 48`,
      );
    }
    if (!source.JANJI_PUBLIC_URL) {
      throw new ConfigurationError(
        "JANJI_PUBLIC_URL must be the address under which browsers reach the office, like https://janji.example",
      );
    }
    if (source.JANJI_DEMO_DATE) throw new ConfigurationError("JANJI_DEMO_DATE is for the demo office only");
    return {
      mode,
      dataDir,
      database,
      secret,
      publicUrl,
      demoDate: null,
      addressKnown,
      monitorToken,
      dutyMs,
      dropDir,
      auditHeads,
      backups,
    };
  }
  const demoDate = source.JANJI_DEMO_DATE ?? null;
  if (demoDate && !/^\d{4}-\d{2}-\d{2}$/.test(demoDate))
    throw new ConfigurationError("JANJI_DEMO_DATE must be YYYY-MM-DD");
  const secret = source.JANJI_SECRET ?? demoSecret(dataDir);
  if (secret.length < SECRET_LENGTH)
    throw new ConfigurationError(
      `JANJI_SECRET, or the file demo-secret in the data folder, must have at least ${SECRET_LENGTH} characters`,
    );
  return {
    mode,
    dataDir,
    database,
    secret,
    publicUrl,
    demoDate,
    addressKnown,
    monitorToken,
    dutyMs,
    dropDir,
    auditHeads,
    backups,
  };
}

let cached: Environment | undefined;

/** The environment of this process, read once. */
export function environment(): Environment {
  cached ??= readEnvironment();
  return cached;
}

/** Lets tests point a process at another installation. */
export function forgetEnvironment(): void {
  cached = undefined;
}
