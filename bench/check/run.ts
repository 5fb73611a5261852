/**
 * `npm run bench:check [-- --rounds 240] [--database sqlite|postgres] [--write]`
 * What one scan costs over HTTP, against a server action of the same application that does nothing: same server, same
 * headers, same connection, in turn. The empty action is no part of the product, so the bench builds a copy of the
 * product that has it and nothing else besides (bench/support/builds.ts). The office is the demo's, with its own feed.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { enrolDemoKiosk } from "@/lib/access/kiosks";
import { closeDatabase } from "@/lib/platform/database";
import { builtOnce, actionIdOf, type Built } from "../support/builds";
import { post, PRODUCT_SERVER, serve } from "../support/built-server";
import { applicant, benchedOffice, booking, DAY, deliver, type Kind } from "../support/office";
import { keepResults, type Line } from "../support/results";
import { interleaved, machine, median, ratioOf, shown } from "../support/rounds";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "240" },
    database: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const WARM_UP = 60;
const GOAL = 1.5;
/** A kiosk may ask 30 times a minute. */
const SCANS_A_KIOSK = 24;

async function kiosks(count: number): Promise<string[]> {
  const credentials: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const enrolled = await enrolDemoKiosk("bench");
    if (!enrolled.ok) throw new Error(enrolled.code);
    credentials.push(enrolled.value.credential);
  }
  return credentials;
}

async function measure(kind: Kind, built: Built): Promise<Line[]> {
  const office = await benchedOffice(kind);
  const all = WARM_UP + rounds;
  try {
    await deliver(
      Array.from({ length: 2 * all }, (_, number) =>
        applicant(number, number < all ? "eligible" : "not yet"),
      ),
    );
    const credentials = await kiosks(Math.ceil((2 * all) / SCANS_A_KIOSK));
    await closeDatabase();
    const env = {
      ...{ JANJI_MODE: "demo", JANJI_DEMO_DATE: DAY },
      ...{ JANJI_DATA_DIR: office.folder, DATABASE_URL: office.url },
    };
    const server = await serve(built, { script: PRODUCT_SERVER, at: "/api/v1/health", env });
    let scans = 0;
    const cookie = () => `janji-kiosk=${credentials[Math.floor(scans / SCANS_A_KIOSK)] ?? ""}`;
    const scan = async (number: number, outcome: string) => {
      const headers = { cookie: cookie(), origin: server.url, "content-type": "application/json" };
      const body = JSON.stringify({ payload: booking(number), key: randomUUID() });
      const text = await post(`${server.url}/kiosk/check`, headers, body);
      scans += 1;
      if (!text.includes(`"outcome":"${outcome}"`)) throw new Error(text.slice(0, 300));
    };
    const empty = async () => {
      const headers = {
        ...{ cookie: cookie(), origin: server.url, accept: "text/x-component" },
        ...{ "content-type": "text/plain;charset=UTF-8", "next-action": actionIdOf(built, "emptyAction") },
      };
      const text = await post(`${server.url}/bench-empty`, headers, "[]");
      if (!text.includes('"ok":true')) throw new Error(text.slice(0, 300));
    };
    try {
      const times = await interleaved(
        {
          empty,
          "not yet": (round) => scan(all + round, "NOT_YET"),
          eligible: (round) => scan(round, "ELIGIBLE"),
        },
        { rounds, warmUp: WARM_UP },
      );
      const database = kind === "sqlite" ? "SQLite" : "PostgreSQL";
      return (["not yet", "eligible"] as const).map((outcome) => {
        const ratio = ratioOf(times[outcome], times.empty);
        const note = `ms at the median: empty action ${median(times.empty).toFixed(2)}, check ${median(times[outcome]).toFixed(2)}`;
        console.log(
          `${database}, ${outcome}: ${shown(ratio)} × an empty action (goal ${GOAL}); ${note}; ${machine()}`,
        );
        const baseline = "an empty server action of the same application, time at the median";
        return {
          subject: `check, ${outcome}, ${database}`,
          baseline,
          ...ratio,
          goal: { atMost: GOAL },
          note,
        };
      });
    } finally {
      await server.stop();
    }
  } finally {
    await office.close();
  }
}

const built = builtOnce("product");
const lines: Line[] = [];
for (const kind of ["sqlite", "postgres"] as const)
  if (!values.database || values.database === kind) lines.push(...(await measure(kind, built)));
if (values.write) keepResults("check", lines);
process.exit();
