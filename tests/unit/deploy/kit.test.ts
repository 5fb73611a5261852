import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "@/lib/platform/environment";
import { isLocalAddress } from "@/lib/printing/printer-address";
import { MAX_FILE_BYTES } from "@/lib/queue/import/limits";

const read = (file: string) => readFileSync(file, "utf8");

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
}

const rendered = (text: string) =>
  text
    .replaceAll("@ADDRESS@", "janji.kantor.lan")
    .replaceAll("@CA@", "QUJD")
    .replaceAll("@MODE@", "real")
    .replaceAll("@ROTATE@", "90")
    .replaceAll("@SECRET@", "0".repeat(64));

/** NAME=value lines, as systemd reads an environment file; commented-out settings too when asked. */
function variables(text: string, commented = false): Record<string, string> {
  const lines = text.matchAll(commented ? /^#?([A-Z][A-Z0-9_]*)=(.*)$/gm : /^([A-Z][A-Z0-9_]*)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
}

const known = new Set(Object.keys(variables(read(".env.example"), true)));

/** A unit's sections with their keys, as systemd splits them. @throws on a line that is none of its forms. */
function unit(file: string): Record<string, [string, string][]> {
  const sections: Record<string, [string, string][]> = {};
  let section: [string, string][] | undefined;
  for (const line of read(file).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, heading] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (heading) section = sections[heading] = [];
    else if (key && section) section.push([key, value ?? ""]);
    else throw new Error(`${file}: ${line}`);
  }
  return sections;
}

const UNITS = ["deploy/server/janji.service", "deploy/kiosk/janji-kiosk.service"];

describe("the deployment kit agrees with the product", () => {
  test("a server installed by it has a complete environment, of variables that .env.example describes", () => {
    const text = rendered(read("deploy/server/janji.env"));
    expect(Object.keys(variables(text, true)).filter((name) => !known.has(name))).toEqual([]);
    const environment = readEnvironment({ ...variables(text), NODE_ENV: "production" });
    expect(environment).toMatchObject({ mode: "real", dataDir: "/var/lib/janji", addressKnown: true });
    expect(environment.publicUrl).toBe("https://janji.kantor.lan");
  });

  test("no file of it speaks of a server variable that .env.example does not describe", () => {
    // JANJI_HOME, _ETC, _STATE are the scripts' own folders; JANJI_BUILD is set by what starts a build, never by people.
    const own = new Set(["JANJI_HOME", "JANJI_ETC", "JANJI_STATE", "JANJI_BUILD", "JANJI_ADDRESS"]);
    const strangers = filesUnder("deploy").flatMap((file) =>
      [...read(file).matchAll(/\bJANJI_[A-Z_]+\b/g)]
        .map(([name]) => name)
        .filter((name) => !known.has(name) && !own.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  test("what the kiosk's scripts read is in its environment file, and nothing else is", () => {
    const set = Object.keys(variables(rendered(read("deploy/kiosk/kiosk.env"))));
    const script = read("deploy/kiosk/start-kiosk.sh");
    for (const name of set) expect(script).toContain(`\${${name}:`);
    const needed = [...script.matchAll(/\$\{(KIOSK_[A-Z]+):\?/g)].map(([, name]) => name);
    expect(needed).toEqual(["KIOSK_URL"]);
  });

  test.each(UNITS)("%s parses, restarts for ever, and runs what is there", (file) => {
    const { Unit = [], Service = [], Install = [] } = unit(file);
    const of = (name: string) => Service.filter(([key]) => key === name).map(([, value]) => value);
    expect(Unit).toContainEqual(["StartLimitIntervalSec", "0"]);
    expect(of("Restart")).toEqual(["always"]);
    expect(of("ProtectSystem")).toEqual(["strict"]);
    expect(of("User")[0]).toMatch(/^janji(-kiosk)?$/);
    expect(Install).toHaveLength(1);
    for (const command of [...of("ExecStartPre"), ...of("ExecStart")]) {
      const script = /(scripts\/\S+)$/.exec(command)?.[1];
      const installed = /^\/usr\/local\/lib\/janji-kiosk\/(\S+)$/.exec(command)?.[1];
      expect(existsSync(script ?? `deploy/kiosk/${installed}`), command).toBe(true);
    }
  });

  test("the server reaches the networks that a printer may stand in, and nothing else", () => {
    const { Service = [] } = unit("deploy/server/janji.service");
    expect(Service).toContainEqual(["IPAddressDeny", "any"]);
    const allowed = Service.filter(([key]) => key === "IPAddressAllow").flatMap(([, value]) =>
      value.split(" "),
    );
    expect(allowed.slice(0, 2)).toEqual(["localhost", "link-local"]);
    for (const range of allowed.slice(2))
      expect(isLocalAddress(range.replace(/\/\d+$/, "")), range).toBe(true);
    expect(allowed.slice(2).sort()).toEqual(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]);
  });

  test("the shell scripts parse and can be run", () => {
    for (const file of filesUnder("deploy").filter((one) => one.endsWith(".sh"))) {
      execFileSync("bash", ["-n", file]);
      if (!file.includes("/lib/")) expect(statSync(file).mode & 0o111, file).not.toBe(0);
    }
  });

  test("a release brings along the scripts of the one before it, and not of all before that", () => {
    const home = mkdtempSync(path.join(tmpdir(), "janji-releases-"));
    const build = (name: string, scripts: Readonly<Record<string, string>>) => {
      mkdirSync(path.join(home, name, "static"), { recursive: true });
      for (const [file, text] of Object.entries(scripts))
        writeFileSync(path.join(home, name, "static", file), text);
    };
    build("first", { "one.js": "1", "both.js": "of the first" });
    build("second", { "two.js": "2", "both.js": "of the second" });
    build("third", { "three.js": "3" });
    const keep = (former: string, now: string) =>
      execFileSync("bash", [
        "-euc",
        `JANJI_HOME=${home}; . deploy/lib/release.sh; keep_former_scripts ${home}/${former} ${home}/${now}`,
      ]);
    for (const [former, now] of [
      ["none", "first"],
      ["first", "second"],
      ["second", "third"],
    ] as const)
      keep(former, now);
    const held = (name: string) =>
      filesUnder(path.join(home, name, "static"))
        .map((file) => path.basename(file))
        .sort();
    expect(held("second")).toEqual(["both.js", "one.js", "two.js"]);
    expect(read(path.join(home, "second/static/both.js"))).toBe("of the second");
    expect(held("third")).toEqual(["both.js", "three.js", "two.js"]);
    rmSync(home, { recursive: true });
  });

  test("a kiosk's browser starts with its credential, lens and shell, and nothing else that it knew", () => {
    const state = mkdtempSync(path.join(tmpdir(), "janji-kiosk-"));
    const profile = path.join(state, "profile");
    const kept = ["Default/Cookies", "Default/Local Storage/lens", "Default/Service Worker/shell"];
    for (const file of [
      ...kept,
      "Default/History",
      "Default/Cache/page",
      "Default/Web Data",
      "Local State",
    ]) {
      mkdirSync(path.dirname(path.join(profile, file)), { recursive: true });
      writeFileSync(path.join(profile, file), file);
    }
    const left = () => {
      execFileSync("deploy/kiosk/prepare-profile.sh", [state]);
      return filesUnder(state).map((file) => path.relative(profile, file));
    };
    expect(left().sort()).toEqual([...kept, "First Run"].sort());
    // Power cut between the two renames: the old profile stands aside and no new one has its name yet.
    renameSync(profile, path.join(state, "profile.old"));
    expect(left().sort()).toEqual([...kept, "First Run"].sort());
    rmSync(state, { recursive: true });
  });

  test.each(["deploy/server/Caddyfile", "deploy/container/Caddyfile"])(
    "%s keeps browsers on https for a year, and drops what a client says of its own address",
    (file) => {
      const [, maxAge] =
        /^\theader Strict-Transport-Security "max-age=(\d+); includeSubDomains"$/m.exec(read(file)) ?? [];
      expect(Number(maxAge)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
      for (const line of ["X-Forwarded-For {remote_host}", "-Forwarded", "-X-Real-IP"])
        expect(read(file)).toContain(`header_up ${line}\n`);
    },
  );

  test.each(["deploy/server/Caddyfile", "deploy/container/Caddyfile"])(
    "%s lets in the largest file that may be imported, and sends no machine's token on from http",
    (file) => {
      expect(read(file)).toContain(`\t\tmax_size ${MAX_FILE_BYTES / 1_048_576}MiB\n`);
      const [, plain = ""] = read(file).split(/^http:\/\//m);
      expect(plain).toMatch(/@machines path \/api\/\*\n\thandle @machines \{\n\t\trespond 403\n/);
      expect(plain.indexOf("@machines")).toBeLessThan(plain.indexOf("redir "));
    },
  );

  test("the kiosk's browser reaches the kiosk's page of its own server and nothing else", () => {
    const policies = JSON.parse(rendered(read("deploy/kiosk/policies.json"))) as Record<string, unknown>;
    // "*" alone leaves the browser's own pages open.
    expect(policies.URLBlocklist).toEqual(
      expect.arrayContaining(["*", "chrome://*", "devtools://*", "file://*"]),
    );
    // The print dialogue is a page of the browser; without it nothing prints.
    expect(policies.URLAllowlist).toEqual(["https://.janji.kantor.lan/kiosk", "chrome://print"]);
    expect(policies).toMatchObject({
      VideoCaptureAllowed: false,
      VideoCaptureAllowedUrls: ["https://janji.kantor.lan"],
      DeveloperToolsAvailability: 2,
      RemoteDebuggingAllowed: false,
      DownloadRestrictions: 3,
      AllowFileSelectionDialogs: false,
      IncognitoModeAvailability: 1,
      SSLErrorOverrideAllowed: false,
    });
  });
});
