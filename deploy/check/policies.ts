// Starts Debian's Chromium under the kiosk's managed policies and tries what somebody in the hall would try. Run by
// check.sh as root in a mount namespace of its own, where /etc/chromium is empty. Ends badly at the first surprise.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { makeCertificates } from "./certificates";

const HOST = "janji.test";
const STRANGER = "lain.test";
const MANAGED = "/etc/chromium/policies/managed";
const scratch = process.argv[2];
if (!scratch) throw new Error("usage: policies.ts SCRATCH");

const { authority, ...tls } = makeCertificates(scratch, HOST);
const kioskPage = `<!doctype html><title>kiosk</title><a id=out href="/staff">out</a>
<a id=file download="x.bin" href="/kiosk/file">file</a><input id=pick type=file>`;
const server = createServer(tls, (request, response) => {
  const file = request.url?.startsWith("/kiosk/file");
  response.setHeader("content-type", file ? "application/octet-stream" : "text/html");
  response.end(file ? "0123456789" : kioskPage);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as { port: number };

/** Refuse whoever would drive the browser from outside, this check too: they are tried by themselves at the end. */
const AGAINST_DRIVING = ["DeveloperToolsAvailability", "RemoteDebuggingAllowed"];

/** The kit's own policies for HOST, changed where a trial needs it. */
function writePolicies(change: (policies: Record<string, unknown>) => void, driven = true): void {
  const template = readFileSync("deploy/kiosk/policies.json", "utf8");
  const policies = JSON.parse(template.replaceAll("@ADDRESS@", HOST).replaceAll("@CA@", authority)) as Record<
    string,
    unknown
  >;
  change(policies);
  const kept = Object.entries(policies).filter(([name]) => !driven || !AGAINST_DRIVING.includes(name));
  mkdirSync(MANAGED, { recursive: true });
  writeFileSync(path.join(MANAGED, "janji.json"), JSON.stringify(Object.fromEntries(kept)));
}

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--use-fake-device-for-media-stream",
  `--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${port}, MAP ${STRANGER}:443 127.0.0.1:${port}`,
];

async function inBrowser(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = path.join(scratch ?? "", "profile");
  rmSync(profile, { recursive: true, force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    timeout: 60_000,
    args: FLAGS,
    // Playwright's own switches would take the place of what is tried here.
    ignoreDefaultArgs: ["--disable-popup-blocking", "--allow-pre-commit-input", "--disable-extensions"],
  });
  try {
    await work(context.pages()[0] ?? (await context.newPage()), context);
  } finally {
    await context.close();
  }
}

const passed = (what: string) => console.log(`   ${what}`);

/** Where a try to leave ends: the browser's own word for it. */
async function refusal(page: Page, address: string): Promise<string> {
  try {
    await page.goto(address, { timeout: 15_000 });
    return "reached";
  } catch (fault) {
    return /net::(ERR_\w+)/.exec(String(fault))?.[1] ?? String(fault);
  }
}

writePolicies((policies) => {
  (policies.URLAllowlist as string[]).push("chrome://policy");
});
await inBrowser(async (page) => {
  await page.goto("chrome://policy");
  const rows = page.locator("policy-row");
  await rows.first().waitFor();
  const told = await rows.evaluateAll((all) =>
    all.map((row) => ({
      name: row.shadowRoot?.querySelector(".name")?.textContent.trim(),
      status: row.shadowRoot?.querySelector(".messages")?.textContent.trim() ?? "",
    })),
  );
  const set = JSON.parse(readFileSync("deploy/kiosk/policies.json", "utf8")) as Record<string, unknown>;
  const names = Object.keys(set).filter((one) => !AGAINST_DRIVING.includes(one));
  const faulty = names
    .map((name) => `${name}: ${told.find((row) => row.name === name)?.status ?? "unknown"}`)
    .filter((line) => !/: (OK|Info|Deprecated)/i.test(line));
  assert.deepEqual(faulty, []);
  passed(`all ${names.length} policies are known and in force`);
});

writePolicies(() => undefined);
await inBrowser(async (page, context) => {
  assert.equal(await refusal(page, `https://${HOST}/kiosk`), "reached");
  passed("the kiosk's page opens, its certificate trusted through the policy alone");
  for (const address of [
    `https://${HOST}/staff`,
    `https://${HOST}/`,
    `https://sub.${HOST}/kiosk`,
    `https://${STRANGER}/kiosk`,
    `http://${HOST}/kiosk`,
    "file:///etc/passwd",
    `view-source:https://${HOST}/kiosk`,
    "chrome://settings/",
    "chrome://policy/",
    "chrome://inspect/",
    "data:text/html,x",
    "devtools://devtools/bundled/inspector.html",
  ]) {
    // Each from a page of its own: the browser's refusal of the one before may still be on its way.
    const fresh = await context.newPage();
    const answer = await refusal(fresh, address);
    await fresh.close();
    assert.match(
      answer,
      /ERR_BLOCKED_BY_ADMINISTRATOR|ERR_BLOCKED_BY_CLIENT|ERR_ABORTED/,
      `${address}: ${answer}`,
    );
  }
  passed("the staff's pages, other servers, files, sources, settings and developer tools do not");

  await page.goto(`https://${HOST}/kiosk`);
  await page.click("#out");
  await page.waitForURL(/chrome-error|staff/);
  assert.doesNotMatch(await page.title(), /kiosk/);
  passed("a link out of the kiosk is blocked too");

  await page.goto(`https://${HOST}/kiosk`);
  const camera = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      (stream) => stream.getVideoTracks().length,
      (fault: unknown) => String(fault),
    ),
  );
  assert.equal(camera, 1, `camera: ${camera}`);
  const sound = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => "recorded",
      (fault: unknown) => String(fault),
    ),
  );
  assert.match(sound, /NotAllowedError/);
  passed("the camera opens without a question, the microphone does not open");
});

writePolicies(() => undefined, false);
const remote = spawn(
  "/usr/bin/chromium",
  [
    "--headless=new",
    ...FLAGS,
    `--user-data-dir=${scratch}/remote`,
    "--remote-debugging-port=0",
    "about:blank",
  ],
  { stdio: ["ignore", "ignore", "pipe"] },
);
const said = await new Promise<string>((resolve) => {
  let text = "";
  const listen = (chunk: string) => {
    text += chunk;
    if (/DevTools listening|disallowed|not allowed/i.test(text)) resolve(text);
  };
  remote.stderr.setEncoding("utf8").on("data", listen);
  remote.once("exit", () => resolve(text));
  setTimeout(() => resolve(text), 15_000);
});
remote.kill("SIGKILL");
assert.doesNotMatch(said, /DevTools listening/, said);
passed("developer tools are refused: no debugging port opens");

writePolicies((policies) => {
  delete policies.CACertificates;
});
await inBrowser(async (page) => {
  assert.match(await refusal(page, `https://${HOST}/kiosk`), /ERR_CERT_AUTHORITY_INVALID/);
  passed("without the office's own authority the page is not trusted");
});
server.close();
process.exit(0);
