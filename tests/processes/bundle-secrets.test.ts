import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DEMO_SIGN_INS } from "@/lib/access/demo-sign-ins";
import { ensureBuilt } from "../support/server";

const ROOT = path.resolve(import.meta.dirname, "../..");
const STATIC = path.join(ROOT, process.env.JANJI_DIST_DIR ?? ".next", "static");

/** What only the server's code says: its settings, its tables, the libraries of its database and its accounts. */
const SERVER_ONLY = [
  ...["JANJI_SECRET", "JANJI_BACKUP", "DATABASE_URL", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"],
  ...["audit_events", "audit_head", "sign_in_locks", "tokenHash", "applicantRef", "reviewByHand"],
  ...["better-auth", "betterAuth", "scrypt", "argon2", "PrismaClient", "better-sqlite3", "createHmac"],
  // The list of common passwords: by the package that it is in, and by one that stands nowhere else.
  ...["common-password-list", "sojdlg123aljg"],
  ...DEMO_SIGN_INS.map(({ password }) => password),
];

let files: Map<string, string>;

beforeAll(() => {
  ensureBuilt();
  const names = readdirSync(STATIC, { recursive: true, encoding: "utf8" });
  const texts = names.filter((name) => /\.(js|css|map|json)$/.test(name));
  files = new Map(texts.map((name) => [name, readFileSync(path.join(STATIC, name), "utf8")]));
});

describe("what browsers load", () => {
  test("holds nothing that only the server's code says", () => {
    expect(files.size).toBeGreaterThan(10);
    const found = SERVER_ONLY.flatMap((word) =>
      [...files].filter(([, text]) => text.includes(word)).map(([name]) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  test("tells nobody the sources that it was made from", () => {
    const told = [...files].filter(
      ([name, text]) =>
        text.includes("sourceMappingURL=") || (name.endsWith(".map") && text.includes("sourcesContent")),
    );
    expect(told.map(([name]) => name)).toEqual([]);
  });
});
