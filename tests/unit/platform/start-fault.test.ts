import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "@/lib/platform/environment";
import { START_EXIT, startFault } from "@/lib/platform/start-fault";

const SQLITE = { kind: "sqlite", file: "/var/lib/janji/janji.db" } as const;
const POSTGRES = { kind: "postgres", url: "postgresql://janji:geheim@db.lan:5433/janji" } as const;

const fault = (code: string, message = "", cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

describe("a start that failed", () => {
  test.each([
    ["a setting is missing", new ConfigurationError("JANJI_SECRET"), SQLITE, 78],
    ["the file is damaged", fault("SQLITE_CORRUPT", "database disk image is malformed"), SQLITE, 78],
    ["the file is something else", fault("SQLITE_NOTADB", "file is not a database"), SQLITE, 78],
    ["the disk is full", fault("SQLITE_FULL", "database or disk is full"), SQLITE, 75],
    ["the disk fails", fault("SQLITE_IOERR_WRITE", "disk I/O error"), SQLITE, 75],
    ["PostgreSQL is off", fault("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:5432"), POSTGRES, 75],
    ["PostgreSQL only starts", fault("57P03", "the database system is starting up"), POSTGRES, 75],
    [
      "the password is wrong",
      fault("28P01", 'password authentication failed for user "janji"'),
      POSTGRES,
      78,
    ],
    ["there is no such database", fault("3D000", 'database "janji" does not exist'), POSTGRES, 78],
    ["the disk of PostgreSQL is full", fault("53100", "could not extend file"), POSTGRES, 75],
    ["a page of PostgreSQL is damaged", fault("XX001", "invalid page in block 3 of relation"), POSTGRES, 78],
  ])("because %s", (_, thrown, database, exitCode) => {
    const told = startFault(thrown, database);
    expect(told?.exitCode).toBe(exitCode);
    expect(told?.text).not.toContain("geheim");
    // The same wrapped by a driver, as it mostly comes.
    if (!(thrown instanceof ConfigurationError))
      expect(startFault(new Error("it failed", { cause: thrown }), database)).toEqual(told);
  });

  test("is not tried again by the service where that changes nothing", () => {
    const unit = readFileSync("deploy/server/janji.service", "utf8");
    expect(unit).toContain(`\nRestartPreventExitStatus=${START_EXIT.LASTING}\n`);
    // The manager looks at the exit code of the main process alone.
    expect(unit).not.toContain("ExecStartPre=");
  });

  test("each address of a name fails by itself, and the first tells why", () => {
    const all = new AggregateError([fault("ECONNREFUSED", "::1"), fault("ECONNREFUSED", "127.0.0.1")]);
    expect(startFault(all, POSTGRES)?.exitCode).toBe(75);
  });

  test("for a reason that nobody knows is not explained away", () => {
    expect(startFault(new TypeError("x is undefined"), SQLITE)).toBeNull();
    expect(startFault(new TypeError("x is undefined"), POSTGRES)).toBeNull();
    expect(startFault(fault("ECONNREFUSED"), null)).toBeNull();
  });
});
