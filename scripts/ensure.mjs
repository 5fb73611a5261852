// First run and every run: makes sure that what a script needs is there, and says clearly what it cannot make itself.
// Plain Node without dependencies: nothing is installed yet when it runs.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const CACHE = ".cache";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command with its output shown; ends this process with a plain sentence if it fails. */
export function run(command, args, { env = {}, what = command, quiet = false } = {}) {
  const result = spawnSync(command, args, {
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) fail(`${what} failed.\n${quiet ? `${result.stdout}${result.stderr}` : ""}`);
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(folder, skip) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (skip.some((part) => file.startsWith(part))) return [];
      return entry.isDirectory() ? filesUnder(file, skip) : [file];
    })
    .sort();
}

/** Does `work` only when the files that it depends on have changed since it was last done, or its product is gone. */
function whenChanged(name, files, product, work) {
  const stamp = path.join(CACHE, name);
  const hash = hashOf(files);
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  work();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stamp, hash);
}

export function ensureNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Janji needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** better-sqlite3 is compiled where its prebuilt binary cannot be had; say what that needs before npm fails on it. */
function missingCompiler() {
  const has = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
  return ["python3", "make", "g++"].filter((command) => !has(command));
}

/**
 * Installs what the lock file names, running no package's own scripts, and then those that package.json allows
 * (`allowScripts`): the npm that comes with older Node does not know that list and would run them all.
 */
function installPackages() {
  const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
  const done = (...args) => spawnSync(npm, [...args, ...quietly], { stdio: "inherit" }).status === 0;
  const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  return done("ci", "--ignore-scripts") && done("rebuild", "--ignore-scripts=false", ...allowed);
}

export function ensurePackages() {
  whenChanged("packages", ["package-lock.json", "package.json"], "node_modules/next/package.json", () => {
    console.log("Installing packages (the first time takes a few minutes) …");
    if (installPackages()) return;
    const missing = missingCompiler();
    const hint =
      missing.length > 0
        ? `\nFor compiling the database driver this machine lacks: ${missing.join(", ")}.\nOn Debian: apt-get install python3 make g++`
        : "";
    fail(`The packages could not be installed.${hint}`);
  });
}

const GENERATED = "lib/platform/generated/postgres/client.ts";

export function ensureGenerated() {
  whenChanged(
    "generated",
    ["prisma/schema.prisma", "package-lock.json", "scripts/generate.mjs"],
    GENERATED,
    () => {
      console.log("Generating the database clients …");
      run(process.execPath, ["scripts/generate.mjs"], {
        what: "Generating the database clients",
        quiet: true,
      });
    },
  );
  mkdirSync("public/wasm", { recursive: true });
  const wasm = "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm";
  copyFileSync(wasm, "public/wasm/zxing_reader.wasm");
}

const SOURCES = ["app", "components", "lib", "messages", "public", "prisma"];
const BUILD_FILES = [
  "next.config.js",
  "instrumentation.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];

/** The key under which server actions' references are sealed; one for the installation, so that builds agree. */
function actionsKey() {
  const file = path.join(CACHE, "actions-key");
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

export const distDir = () => process.env.JANJI_DIST_DIR ?? ".next";

export function ensureBuild() {
  const skip = [path.join("lib", "platform", "generated")];
  const files = [
    ...SOURCES.flatMap((folder) => filesUnder(folder, skip)),
    ...BUILD_FILES.filter((file) => existsSync(file)),
  ];
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= actionsKey();
  whenChanged(`build${distDir()}`, files, path.join(distDir(), "BUILD_ID"), () => {
    console.log("Building (about a minute) …");
    const next = ["node_modules/next/dist/bin/next", "build"];
    run(process.execPath, next, {
      what: "The build",
      quiet: true,
      env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
  });
}

export function buildId() {
  return readFileSync(path.join(distDir(), "BUILD_ID"), "utf8").trim();
}

export function ensureAll() {
  ensureNode();
  ensurePackages();
  ensureGenerated();
  ensureBuild();
}

export { fail };
