import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ConfigurationError, readEnvironment } from "@/lib/platform/environment";

const folder = mkdtempSync(path.join(tmpdir(), "janji-environment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = (source: Record<string, string>) =>
  readEnvironment({ NODE_ENV: "test", JANJI_DATA_DIR: folder, ...source });

describe("a real office", () => {
  const secret = "s".repeat(32);
  const address = "https://janji.example";

  test("needs a secret of 32 characters", () => {
    expect(() => given({ JANJI_MODE: "real" })).toThrow(ConfigurationError);
    expect(() => given({ JANJI_MODE: "real", JANJI_SECRET: "s".repeat(31) })).toThrow(/JANJI_SECRET/);
    expect(given({ JANJI_MODE: "real", JANJI_SECRET: secret, JANJI_PUBLIC_URL: address }).secret).toBe(
      secret,
    );
  });

  test("must know the address under which browsers reach it", () => {
    expect(() => given({ JANJI_MODE: "real", JANJI_SECRET: secret })).toThrow(/JANJI_PUBLIC_URL/);
  });

  test("refuses the demo's clock", () => {
    const source = {
      JANJI_MODE: "real",
      JANJI_SECRET: secret,
      JANJI_PUBLIC_URL: address,
      JANJI_DEMO_DATE: "2026-11-24",
    };
    expect(() => given(source)).toThrow(/JANJI_DEMO_DATE/);
  });
});

test.each([
  ["JANJI_MODE", { JANJI_MODE: "test" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/janji" }],
  ["JANJI_PUBLIC_URL", { JANJI_PUBLIC_URL: "janji" }],
  ["JANJI_DEMO_DATE", { JANJI_DEMO_DATE: "24-11-2026" }],
  ["JANJI_DUTY_SECONDS", { JANJI_DUTY_SECONDS: "0" }],
  ["JANJI_DUTY_SECONDS", { JANJI_DUTY_SECONDS: "a minute" }],
])("a wrong %s is named", (name, source) => {
  expect(() => given(source)).toThrow(new RegExp(name));
});

test("six processes that open the demo together make one secret between them", async () => {
  const together = path.join(folder, "together");
  const program = `import("@/lib/platform/environment").then(({ readEnvironment }) => process.stdout.write(readEnvironment().secret))`;
  const secrets = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "-e", program], {
        env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", JANJI_DATA_DIR: together },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let told = "";
      child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
      await new Promise((resolve) => child.on("close", resolve));
      return told;
    }),
  );
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
  expect(readdirSync(together)).toEqual(["demo-secret"]);
});
