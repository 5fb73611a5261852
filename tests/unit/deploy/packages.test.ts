import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { digestOf, judgeAudit, lockTroubles } from "../../../scripts/check-packages.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const text = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

interface Package {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  deprecated?: string;
  hasInstallScript?: boolean;
}
interface Lock {
  packages: Record<string, Package & { dependencies?: Record<string, string> }>;
}
const manifest = () =>
  JSON.parse(text("package.json")) as {
    dependencies: Record<string, string>;
    allowScripts: Record<string, boolean>;
  };
const lock = () => JSON.parse(text("package-lock.json")) as Lock;
const review = () => JSON.parse(text("docs/security/packages.json")) as object;

const NEXT = "node_modules/next";
/** The house's own lock after something was done to one package of it. */
function changed(change: (one: Package) => void): string[] {
  const other = lock();
  const one = other.packages[NEXT];
  if (!one) throw new Error("The lock has no next");
  change(one);
  return lockTroubles(manifest(), other, review());
}

describe("what the lock file says by itself", () => {
  test("nothing is wrong with the house's own", () => {
    expect(lockTroubles(manifest(), lock(), review())).toEqual([]);
  });

  test.each<[string, (one: Package) => void, RegExp]>([
    ["no digest", (one) => delete one.integrity, /next has no SHA-512/],
    [
      "a weaker digest",
      (one) => (one.integrity = "sha1-abcdefghijklmnopqrstuvwxyz0="),
      /next has no SHA-512/,
    ],
    [
      "a place to fetch it from",
      (one) => (one.resolved = "https://elsewhere.invalid/next.tgz"),
      /where it was fetched/,
    ],
    [
      "another version than was asked for",
      (one) => (one.version = "1.0.0"),
      /next .* is installed as 1\.0\.0/,
    ],
    ["a script nobody decided on", (one) => (one.hasInstallScript = true), /next has an install script/],
    ["a licence that is not allowed", (one) => (one.license = "SSPL-1.0"), /has the licence SSPL-1.0/],
    ["half a licence that is not allowed", (one) => (one.license = "MIT AND SSPL-1.0"), /has the licence/],
    ["no licence", (one) => delete one.license, /names no licence/],
    ["a maker who gave it up", (one) => (one.deprecated = "use another"), /is deprecated/],
  ])("a package with %s is named", (_what, change, words) => {
    expect(changed(change).join("\n")).toMatch(words);
  });

  test("a licence that leaves a choice is allowed by one of its choices", () => {
    expect(changed((one) => (one.license = "(SSPL-1.0 OR MIT)"))).toEqual([]);
  });

  test("a version that package.json leaves open is named, and one that the lock does not know", () => {
    const other = manifest();
    other.dependencies.next = "^16.0.0";
    other.dependencies["not-locked"] = "1.0.0";
    expect(lockTroubles(other, lock(), review()).join("\n")).toMatch(
      /next is \^16\.0\.0[^]*not-locked is 1\.0\.0/,
    );
  });

  test("a script that is allowed to a package without one is named", () => {
    const other = manifest();
    other.allowScripts.zod = true;
    expect(lockTroubles(other, lock(), review())).toEqual([
      "zod has no install script, but stands in allowScripts",
    ]);
  });

  test("its digest tells any change of a version", () => {
    const other = lock();
    const one = other.packages[NEXT];
    if (one) one.version = "1.0.0";
    expect(digestOf(other)).not.toBe(digestOf(lock()));
    expect(digestOf(lock())).toBe(digestOf(lock()));
  });
});

describe("scripts at installation", () => {
  test("run in the container for those that are allowed, and no others", () => {
    const { allowScripts } = manifest();
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    const docker = text("deploy/container/Dockerfile");
    expect(docker).toContain("npm ci --ignore-scripts");
    expect(docker).toMatch(new RegExp(`npm rebuild --ignore-scripts=false ${allowed.join(" ")}\\n`));
  });
});

/** What `npm audit --json` says of one package. */
const reported = (severity: string, id = "GHSA-aaaa-bbbb-cccc") =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      contoh: {
        via: [{ name: "contoh", severity, title: "A hole", url: `https://advisories.invalid/${id}` }],
      },
      other: { via: ["contoh"] },
    },
  });
const excepting = (until: string) => ({
  threshold: "high",
  exceptions: [
    { package: "contoh", advisory: "GHSA-aaaa-bbbb-cccc", reason: "its code is never reached", until },
  ],
});
const TODAY = "2026-11-24";

describe("the registry's advisories", () => {
  const plain = { threshold: "high", exceptions: [] };

  test("of the threshold and above are troubles, once each", () => {
    expect(judgeAudit(reported("critical"), plain, TODAY)).toEqual({
      asked: true,
      troubles: ["contoh: critical: A hole (GHSA-aaaa-bbbb-cccc)"],
    });
    expect(judgeAudit(reported("high"), plain, TODAY).troubles).toHaveLength(1);
    expect(judgeAudit(reported("moderate"), plain, TODAY)).toEqual({ asked: true, troubles: [] });
  });

  test("are excused by a written exception until its day, and by none for something else", () => {
    expect(judgeAudit(reported("high"), excepting("2026-12-31"), TODAY).troubles).toEqual([]);
    expect(judgeAudit(reported("high"), excepting("2026-11-23"), TODAY).troubles[0]).toMatch(
      /ended on 2026-11-23/,
    );
    const other = judgeAudit(
      reported("high", "GHSA-xxxx-yyyy-zzzz"),
      excepting("2026-12-31"),
      TODAY,
    ).troubles;
    expect(other).toHaveLength(2);
    expect(other.join()).toMatch(/A hole.*excepted, but not reported/);
  });

  test.each([
    ["nothing", ""],
    ["a page", "<html>proxy</html>"],
    [
      "a refusal",
      JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405, error: { summary: "" } }),
    ],
    ["no connection", JSON.stringify({ error: { code: "ENOTFOUND" } })],
  ])("that were never given are no good news: %s", (_what, output) => {
    expect(judgeAudit(output, plain, TODAY)).toEqual({ asked: false, troubles: [] });
  });
});
