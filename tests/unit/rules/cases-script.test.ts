import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cases-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function cases(...args: string[]) {
  const run = spawnSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/cases.ts", ...args],
    { cwd: root, encoding: "utf8" },
  );
  return { code: run.status, lines: run.stdout.trimEnd().split("\n"), complaint: run.stderr };
}

function fileOf(content: unknown): string {
  const path = join(folder, "cases.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Another office: 45 minutes in Kathmandu. The ticket says only what is needed for the time to be judged. */
const kathmandu = (expected: object, name = "a case") => ({
  name,
  now: "2026-03-10T18:30:00.000Z",
  tickets: [
    { serviceDate: "2026-03-11", biometricTicketAt: "2026-03-10T23:30:00+05:45", id: 7, bookingCode: "x" },
  ],
  expect: expected,
});
const office = (...list: unknown[]) => ({ timeZone: "Asia/Kathmandu", thresholdMs: 2_700_000, cases: list });
const RIGHT = { outcome: "NOT_YET", waitedMs: 2_700_000, checkAgainFrom: "2026-03-10T18:30:00.001Z" };

describe("the cases command", { timeout: 60_000 }, () => {
  it("passes the office's worked cases", () => {
    expect(cases("tests/fixtures/cases/eligibility.json")).toEqual({
      code: 0,
      lines: ["60 passed, 0 failed"],
      complaint: "",
    });
  });

  it("takes another zone and threshold, fields left out, and fields it does not know", () => {
    expect(cases(fileOf(office(kathmandu(RIGHT), kathmandu({ outcome: "NOT_YET" }))))).toMatchObject({
      code: 0,
      lines: ["2 passed, 0 failed"],
    });
  });

  it("prints each mismatch with its name, what was expected and what came, and fails", () => {
    const { code, lines } = cases(
      fileOf(
        office(
          kathmandu(RIGHT, "right"),
          kathmandu({ outcome: "ELIGIBLE" }, "wrong outcome"),
          kathmandu({ ...RIGHT, waitedMs: 1 }, "wrong wait"),
          kathmandu({ ...RIGHT, checkAgainFrom: "2026-03-10T18:30:00.000Z" }, "wrong instant"),
        ),
      ),
    );
    const got = `  got      ${JSON.stringify(RIGHT)}`;
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        "wrong outcome",
        '  expected {"outcome":"ELIGIBLE"}',
        got,
        "wrong wait",
        `  expected ${JSON.stringify({ ...RIGHT, waitedMs: 1 })}`,
        got,
        "wrong instant",
        `  expected ${JSON.stringify({ ...RIGHT, checkAgainFrom: "2026-03-10T18:30:00.000Z" })}`,
        got,
        "1 passed, 3 failed",
      ],
    });
  });

  it.each([
    ["no JSON", "{", "JSON"],
    ["no list of cases", { timeZone: "UTC", thresholdMs: 1 }, "cases"],
    ["an unknown zone", { ...office(), timeZone: "Asia/Nowhere" }, "IANA time zone"],
    ["a time without an offset", office({ ...kathmandu(RIGHT), now: "2026-03-10T18:30:00" }), "cases[0].now"],
  ])("says what is wrong with a file of %s", (_, content, complaint) => {
    const run = cases(fileOf(content));
    expect(run.code).toBe(2);
    expect(run.complaint).toContain(complaint);
  });

  it("says so when there is no file, and when none was named", () => {
    expect(cases(join(folder, "missing.json"))).toMatchObject({ code: 2 });
    expect(cases()).toMatchObject({ code: 2, complaint: "Usage: npm run cases -- FILE\n" });
  });
});
