/**
 * `npm run bench:process [-- --rounds 5] [--write]`
 * How long the server takes to start, against an application of the same framework with one empty page, in turn; and the
 * memory that it holds before and after a month of the hall has gone through it: every delivery over the feed, scans at
 * kiosks, pages of the staff.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ActionClient } from "../../tests/support/action-client";
import { DEMO_PASSWORDS } from "../../tests/support/demo-people";
import { applicant, officeNow, pushTickets } from "../../tests/support/feed";
import { ensureBuilt, startServer } from "../../tests/support/server";
import { builtOnce, type Built } from "../support/builds";
import { NEXT_SERVER, PRODUCT_SERVER, serve } from "../support/built-server";
import { keepResults, type Line } from "../support/results";
import { machine, median, ratioOf, shown } from "../support/rounds";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
  },
});
const DAYS = 22;
const A_DAY = 140;
const SCANS = 25;
const PAGES = ["/staff", "/staff/hall", "/staff/vouchers", "/staff/register", "/kiosk"];

async function startUp(): Promise<Line[]> {
  const empty = builtOnce("empty");
  const root = path.resolve(import.meta.dirname, "../..");
  const buildId = readFileSync(path.join(root, ".next/BUILD_ID"), "utf8").trim();
  const product: Built = { folder: root, buildId };
  const folder = mkdtempSync(path.join(tmpdir(), "janji-bench-"));
  const first = await startServer({ dataDir: folder });
  await first.stop();
  const env = { JANJI_MODE: "demo", JANJI_DEMO_DATE: "2026-11-24", JANJI_DATA_DIR: folder };
  const times = { product: [] as number[], empty: [] as number[] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const name of round % 2 === 0 ? (["product", "empty"] as const) : (["empty", "product"] as const)) {
      const server =
        name === "empty"
          ? await serve(empty, { script: NEXT_SERVER, at: "/" })
          : await serve(product, { script: PRODUCT_SERVER, at: "/api/v1/health", env });
      times[name].push(server.startedInMs);
      await server.stop();
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const ratio = ratioOf(times.product, times.empty);
  const note = `ms at the median: product to a good health ${median(times.product).toFixed(0)}, empty to its page ${median(times.empty).toFixed(0)}`;
  console.log(`start: ${shown(ratio)} × an empty server; ${note}; ${machine()}`);
  return [
    { subject: "start-up of the server", baseline: "an empty server of the same framework", ...ratio, note },
  ];
}

const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

async function month(): Promise<Line[]> {
  const server = await startServer();
  try {
    const kiosk = await new ActionClient(server).enrol();
    const head = await new ActionClient(server).signIn("kepala", DEMO_PASSWORDS.kepala);
    const pages = async () => {
      for (const page of PAGES) await (await head.fetch(page)).arrayBuffer();
    };
    for (let turn = 0; turn < 5; turn += 1) await pages();
    const before = residentMb(server.pid);
    for (let day = 0; day < DAYS; day += 1) {
      const now = await officeNow(server);
      const tickets = Array.from({ length: A_DAY }, (_, place) => applicant(now - 1000, 20 + (place % 160)));
      await pushTickets(server, tickets);
      // A kiosk may ask 30 times a minute: the month's scans are spread over as many kiosks as days.
      const scanner = day === 0 ? kiosk : await new ActionClient(server).enrol();
      for (const { bookingCode } of tickets.slice(0, SCANS))
        if (bookingCode) await scanner.check(bookingCode);
      for (let turn = 0; turn < 3; turn += 1) await pages();
    }
    const after = residentMb(server.pid);
    const ratio = after / before;
    const note = `MB resident: ${before.toFixed(0)} before, ${after.toFixed(0)} after ${DAYS * A_DAY} tickets, ${DAYS * SCANS} scans`;
    console.log(`memory after a month: ${ratio.toFixed(2)} × before; ${note}; ${machine()}`);
    return [
      {
        subject: "memory after a simulated month",
        baseline: "the same process before it",
        ...{ ratio, low: ratio, high: ratio, note },
      },
    ];
  } finally {
    await server.stop();
  }
}

ensureBuilt();
const lines = [...(await startUp()), ...(await month())];
if (values.write) keepResults("process", lines);
process.exit();
