// The product's HTTP server: Next's own handler behind Node's, which alone knows where a request came from.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import next from "next";
import { applyContentPolicy } from "./content-policy.mjs";
import { keepOwnWords } from "./own-words.mjs";
import { throughDoor } from "./request-door.mjs";
import { requestRecord } from "./request-record.mjs";

const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOST ?? "0.0.0.0";
const trustProxy = process.env.JANJI_TRUST_PROXY === "1";
/** How long running requests may go on after the last new one was taken. */
const GRACE_MS = 10_000;
/** What the office writes at its end takes no longer, or is left undone. */
const LAST_ACT_MS = 4_000;
/** Behind a proxy: how long requests are still taken after the word to end, while health already says no. */
const DRAIN_MS = Number(process.env.JANJI_DRAIN_SECONDS ?? 0) * 1_000;

process.title = "janji";
process.env.JANJI_HTTP_SERVER = "own";
keepOwnWords();
const record = requestRecord({ trustProxy, distDir: process.env.JANJI_DIST_DIR ?? ".next" });
const app = next({ dev: false, hostname, port });
const handle = app.getRequestHandler();

/** Without a proxy of ours these headers are anybody's to write; the socket's own address takes their place. */
function sayWhereFrom(request) {
  if (trustProxy) return;
  for (const name of Object.keys(request.headers)) {
    if (name === "forwarded" || name === "x-real-ip" || name.startsWith("x-forwarded-"))
      delete request.headers[name];
  }
  request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
}

/** Methods that only tell a sender what it sent, cookies included (TRACE). */
const ECHOES = new Set(["TRACE", "TRACK"]);

let ending = false;

function serve(request, response) {
  if (ECHOES.has(request.method ?? "")) {
    response.writeHead(405, { "cache-control": "no-store" }).end();
    return;
  }
  // A line that is kept open would be cut in the end, perhaps under a request.
  if (ending) response.setHeader("connection", "close");
  sayWhereFrom(request);
  applyContentPolicy(request, response);
  void throughDoor(request, response).then((admitted) => admitted && handle(admitted, response));
}

const server = createServer((request, response) => record(request, response, () => serve(request, response)));
// A sender that gives its request a byte at a time holds a socket, not the office.
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
// Longer than a proxy keeps an idle connection (Caddy: two minutes). Whoever closes first must be the one who sends next:
// a scan sent down a connection that was being closed is lost, and only the kiosk's retry would bring it back.
server.keepAliveTimeout = 130_000;

/** The office's last act, where it got as far as opening; what fails in it must not keep the server from ending. */
async function close() {
  await Promise.resolve(globalThis.__janjiClosing?.()).catch(() => undefined);
  await app.close();
}

/** Health answers no from now on, and lines that stay open are closed (lib/platform/ending.ts). */
function announceEnd() {
  const told = (globalThis.__janjiEnding ??= { begun: false, listeners: new Set() });
  told.begun = true;
  for (const listener of [...told.listeners]) listener();
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function end() {
  if (ending) return;
  ending = true;
  announceEnd();
  await pause(DRAIN_MS);
  const quiet = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.race([quiet, pause(GRACE_MS)]);
  // A database that does not answer must not keep the process.
  await Promise.race([close(), pause(LAST_ACT_MS)]);
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void end());

server.on("error", (fault) => {
  const known =
    fault.code === "EADDRINUSE" ? `Port ${port} is taken by another program; set PORT.` : String(fault);
  process.stderr.write(`\n${known}\n\n`);
  process.exit(1);
});
await app.prepare();
server.listen(port, hostname);

/** Backups are made by a process of their own: copying a database would hold up every scan in this one. */
const BACKUP_LOOK_MS = 3_600_000;
function backUpIfDue() {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/backup.ts", "--if-due"];
  spawn(process.execPath, script, { stdio: ["ignore", "inherit", "inherit"] }).on("error", () => undefined);
}
if (process.env.JANJI_BACKUP_DIR) {
  setTimeout(backUpIfDue, 5_000).unref();
  setInterval(backUpIfDue, BACKUP_LOOK_MS).unref();
}
