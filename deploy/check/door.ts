// Runs Caddy on the kit's Caddyfile in front of the real server and asks through it what a tablet would ask. Ports are
// moved away from 80 and 443, everything else is as installed. Ends badly at the first surprise.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { request as tlsRequest } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import path from "node:path";
import { ensureBuilt, freePort, startServer } from "../../tests/support/server";

const scratch = process.argv[2];
if (!scratch) throw new Error("usage: door.ts SCRATCH");
const HOST = "localhost";
const passed = (what: string) => console.log(`   ${what}`);

ensureBuilt();
const office = await startServer({
  env: { JANJI_TRUST_PROXY: "1", HOST: "127.0.0.1", JANJI_PUBLIC_URL: `https://${HOST}` },
});
const [tlsPort, plainPort] = [await freePort(), await freePort()];
const caddyfile = readFileSync("deploy/server/Caddyfile", "utf8")
  .replaceAll("@ADDRESS@", HOST)
  .replace("admin off", `admin off\n\thttps_port ${tlsPort}\n\thttp_port ${plainPort}`)
  .replaceAll("127.0.0.1:3000", `127.0.0.1:${office.port}`)
  .replaceAll("/var/lib/janji-ca", scratch);
const file = path.join(scratch, "Caddyfile");
writeFileSync(file, caddyfile);
const caddy = spawn("caddy", ["run", "--adapter", "caddyfile", "--config", file], {
  env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch },
  stdio: "ignore",
});

interface Asked {
  readonly path: string;
  readonly plain?: boolean;
  readonly trusted?: boolean;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer;
}
const root = path.join(scratch, "caddy/pki/authorities/local/root.crt");

function ask({ path: where, plain, trusted = true, headers = {}, body }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", path: where, method: body ? "POST" : "GET", agent: false as const };
    const named = { host: plain ? `${HOST}:${plainPort}` : HOST, ...headers };
    const asked = plain
      ? request({ ...options, port: plainPort, headers: named }, resolve)
      : tlsRequest(
          {
            ...options,
            port: tlsPort,
            servername: HOST,
            headers: named,
            ...(trusted ? { ca: readFileSync(root) } : {}),
          },
          resolve,
        );
    asked.on("error", reject);
    asked.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += String(chunk);
  return text;
}

/** The first event of a live line, or "buffered" when it does not come while the line stays open. */
async function firstEvent(answer: IncomingMessage): Promise<string> {
  const event = new Promise<string>((resolve) => answer.setEncoding("utf8").once("data", resolve));
  const first = await Promise.race([event, pause(10_000, "buffered")]);
  answer.destroy();
  return first;
}

async function checks(): Promise<void> {
  for (let tries = 0; !existsSync(root) && tries < 100; tries += 1) await pause(100);
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await ask({ path: "/api/v1/health" }).then(
      (answer) => answer.resume().statusCode === 200,
      () => false,
    );
    if (up) break;
    await pause(100);
  }
  await assert.rejects(ask({ path: "/", trusted: false }), /certificate|issuer/i);
  passed("without the exported certificate the address is not trusted");

  const health = await ask({ path: "/api/v1/health" });
  assert.deepEqual(JSON.parse(await textOf(health)), { ok: true });
  assert.match(String(health.headers["strict-transport-security"]), /max-age=\d{6,}/);
  const kiosk = await ask({ path: "/kiosk" });
  assert.equal(kiosk.statusCode, 200);
  assert.match(await textOf(kiosk), /<html/);
  passed("health and the kiosk's page come over TLS, verified against the exported certificate");

  writeFileSync(path.join(scratch ?? "", "janji-ca.crt"), readFileSync(root));
  const exported = await ask({ path: "/janji-ca.crt", plain: true });
  assert.equal(exported.headers["content-type"], "application/x-x509-ca-cert");
  assert.equal(await textOf(exported), readFileSync(root, "utf8"));
  const sent = await ask({ path: "/kiosk", plain: true });
  assert.equal(sent.resume().headers.location, `https://${HOST}/kiosk`);
  const inTheClear = await ask({ path: "/api/v1/queue/tickets", plain: true, body: Buffer.from("{}") });
  assert.equal(inTheClear.resume().statusCode, 403);
  passed("without TLS there is the certificate, the way to TLS for people, and a refusal for machines");

  const large = await ask({ path: "/api/v1/queue/tickets", body: Buffer.alloc(3_000_000, 32) });
  // Which refusal depends on who notices first: Caddy its limit, or Janji that nobody signed in.
  assert.ok((large.resume().statusCode ?? 0) >= 400, String(large.statusCode));
  passed(`a body of three megabytes ends with ${large.statusCode}`);

  // Node's own fetch trusts another authority only from its start on.
  const signedIn = JSON.parse(
    execFileSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "deploy/check/forged-address.ts"],
      {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: root, DOOR: `https://${HOST}:${tlsPort}` },
        encoding: "utf8",
      },
    ),
  ) as { refused: number; cookie: string };
  assert.ok(signedIn.refused >= 10, `only ${signedIn.refused} of 30 were turned away`);
  passed("a forged X-Forwarded-For is not believed: thirty invented addresses are one");
  const line = await ask({ path: "/staff/live", headers: { cookie: signedIn.cookie } });
  assert.equal(line.statusCode, 200);
  assert.match(await firstEvent(line), /^event: change/);
  passed("the first event of a live line arrives at once");
}

try {
  await checks();
} finally {
  caddy.kill("SIGTERM");
  await office.stop();
}
process.exit(0);
