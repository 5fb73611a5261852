// `npm run packages [-- --licences | --record]`: what comes into the house with package-lock.json.
// First what the lock itself says, without any network; then the registry's advisories, where it can be asked.
// Exit codes: 0 all well; 1 something is wrong; 3 the lock is well, but nobody could be asked for advisories.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const REVIEW = "docs/security/packages.json";
const SEVERITIES = ["info", "low", "moderate", "high", "critical"];
const ASK_MS = 60_000;
const DAY_MS = 86_400_000;

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** The packages of a lock file, without the project itself. */
const packagesOf = (lock) =>
  Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .map(([place, told]) => ({ place, name: nameOf(place), ...told }));

/** What the lock is taken over: every package with its version and digest. */
export const digestOf = (lock) =>
  createHash("sha256")
    .update(
      packagesOf(lock)
        .map((one) => `${one.place} ${one.version} ${one.integrity ?? ""}\n`)
        .sort()
        .join(""),
    )
    .digest("hex");

/** Each package is the one that was once looked at: a digest of its own, or that of the package it came within. */
function* identity(lock) {
  if (lock.lockfileVersion !== 3) yield `package-lock.json has version ${lock.lockfileVersion}, not 3`;
  for (const { place, integrity, resolved, inBundle, link } of packagesOf(lock)) {
    if (link) yield `${place} is a link out of the folder`;
    if (resolved !== undefined) yield `${place} names where it was fetched`;
    if (!inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "")) yield `${place} has no SHA-512`;
  }
}

/** package.json and the lock ask for the same, in exact versions. */
function* agreement(manifest, lock) {
  for (const kind of ["dependencies", "devDependencies"]) {
    const [wanted, locked] = [manifest[kind] ?? {}, lock.packages[""]?.[kind] ?? {}];
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(locked)])) {
      const version = wanted[name];
      if (version !== locked[name])
        yield `${name} is ${version} in package.json, ${locked[name]} in the lock`;
      else if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) yield `${name} has no exact version: ${version}`;
      else if (lock.packages[`node_modules/${name}`]?.version !== version)
        yield `${name} ${version} is installed as ${lock.packages[`node_modules/${name}`]?.version}`;
    }
  }
}

/** Every package that wants to run something at installation has a decision in allowScripts, and none is left over. */
function* scripts(manifest, lock) {
  const wanting = new Set(packagesOf(lock).flatMap((one) => (one.hasInstallScript ? [one.name] : [])));
  for (const name of wanting)
    if (typeof manifest.allowScripts?.[name] !== "boolean")
      yield `${name} has an install script nobody decided on`;
  for (const name of Object.keys(manifest.allowScripts ?? {}))
    if (!wanting.has(name)) yield `${name} has no install script, but stands in allowScripts`;
}

/** Whether a licence's expression can be kept with what is allowed: all its parts, or one of its choices. */
function permitted(expression, allowed) {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  if (/ or /i.test(plain)) return plain.split(/ or /i).some((one) => permitted(one, allowed));
  return plain.split(/ and /i).every((one) => allowed.includes(one));
}

function* licences(lock, review) {
  for (const { place, name, license } of packagesOf(lock)) {
    const told = license ?? review.licences.missing[name];
    if (!told) yield `${place} names no licence`;
    else if (!permitted(told, review.licences.allowed)) yield `${place} has the licence ${told}`;
  }
}

/** Deprecated by its maker: nobody mends it any more. */
function* abandoned(lock, review) {
  for (const { place, name, deprecated } of packagesOf(lock))
    if (deprecated && !review.deprecated[name]) yield `${place} is deprecated: ${deprecated}`;
}

/** All that is wrong with a lock file by itself; empty for a good one. */
export const lockTroubles = (manifest, lock, review) => [
  ...identity(lock),
  ...agreement(manifest, lock),
  ...scripts(manifest, lock),
  ...licences(lock, review),
  ...abandoned(lock, review),
];

/**
 * The registry's answer to `npm audit --json`, judged: `asked` false when it is no audit at all; else the advisories of
 * the threshold and above that no exception excuses on this day (`YYYY-MM-DD`), and exceptions that excuse nothing.
 */
export function judgeAudit(output, review, today) {
  let told;
  try {
    told = JSON.parse(output);
  } catch {
    return { asked: false, troubles: [] };
  }
  if (!told.auditReportVersion || typeof told.vulnerabilities !== "object")
    return { asked: false, troubles: [] };
  const used = new Set();
  const troubles = [];
  const least = SEVERITIES.indexOf(review.threshold);
  const advisories = new Map();
  for (const { via } of Object.values(told.vulnerabilities))
    for (const one of via) if (typeof one === "object") advisories.set(one.url ?? String(one.source), one);
  for (const [address, { name, severity, title }] of advisories) {
    if (SEVERITIES.indexOf(severity) < least) continue;
    const id = address.split("/").at(-1);
    const excuse = review.exceptions.find((one) => one.advisory === id && one.package === name);
    if (excuse) used.add(excuse);
    if (!excuse) troubles.push(`${name}: ${severity}: ${title} (${id})`);
    else if (excuse.until < today) troubles.push(`${name}: the exception for ${id} ended on ${excuse.until}`);
  }
  for (const excuse of review.exceptions)
    if (!used.has(excuse))
      troubles.push(`${excuse.package}: ${excuse.advisory} is excepted, but not reported`);
  return { asked: true, troubles };
}

function ask() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = [
    "audit",
    "--json",
    "--audit-level=none",
    "--fetch-retries=0",
    `--fetch-timeout=${ASK_MS / 2}`,
  ];
  return spawnSync(npm, args, { encoding: "utf8", timeout: ASK_MS, maxBuffer: 64 << 20 }).stdout ?? "";
}

/** What is known where nobody can be asked: when these very packages were last asked about, if ever. */
function lastAsked({ asked }, digest, today) {
  if (!asked) return "Their advisories were never asked for.";
  const days = Math.round((Date.parse(today) - Date.parse(asked.on)) / DAY_MS);
  const same =
    asked.packages === digest ? "These very packages were" : "Other versions of these packages were";
  return `${same} last asked about on ${asked.on}, ${days} days ago.`;
}

function showLicences(lock) {
  const by = new Map();
  for (const one of packagesOf(lock)) {
    const licence = one.license ?? "(none)";
    by.set(licence, [...(by.get(licence) ?? []), one]);
  }
  for (const [licence, all] of [...by].sort()) {
    const names = [...new Set(all.map(({ name, version }) => `${name} ${version}`))].sort();
    console.log(`${licence} (${names.length})\n  ${names.join("\n  ")}`);
  }
}

function main(args) {
  const [manifest, lock, review] = [read("package.json"), read("package-lock.json"), read(REVIEW)];
  if (args.includes("--licences")) return showLicences(lock);
  const today = new Date().toISOString().slice(0, 10);
  const troubles = lockTroubles(manifest, lock, review);
  const { asked, troubles: reported } = judgeAudit(ask(), review, today);
  for (const line of [...troubles, ...reported]) console.error(line);
  if (troubles.length + reported.length > 0) process.exitCode = 1;
  else if (asked)
    console.log(`${packagesOf(lock).length} packages: nothing of severity "${review.threshold}" or above.`);
  else {
    console.log(
      `NOT ASKED: the registry could not be asked for advisories. ${lastAsked(review, digestOf(lock), today)}`,
    );
    process.exitCode = 3;
  }
  if (!asked || !args.includes("--record")) return;
  const next = { ...review, asked: { on: today, packages: digestOf(lock) } };
  writeFileSync(REVIEW, `${JSON.stringify(next, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv.slice(2));
