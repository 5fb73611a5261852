/**
 * `npm run bench:see-officer -- [--rounds 120] [--each 4] [--seed 1] [--write]`
 * Asks the built product for SEE_OFFICER answers of every cause, mixed, and says whether their time or their size tells
 * the cause. --each applicants a cause. --write keeps the figures in bench/see-officer/RESULTS.md. Exit code 1: they tell.
 */
import { writeFileSync } from "node:fs";
import { Agent } from "node:http";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ActionClient } from "../../tests/support/action-client";
import { DEMO_PASSWORDS } from "../../tests/support/demo-people";
import { newKey } from "../../tests/support/keys";
import { CAUSES, giveCauses } from "../../tests/support/see-officer";
import { ensureBuilt, startServer, type RunningServer } from "../../tests/support/server";
import { postWhole } from "../../tests/support/whole-answer";
import { report } from "./report";
import { chance, shuffled, type Sample } from "./statistics";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "120" },
    each: { type: "string", default: "4" },
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});
const [rounds, each, seed] = [values.rounds, values.each, values.seed].map(Number) as [
  number,
  number,
  number,
];

/** A kiosk may check 30 bookings a minute: so many share the work that none comes near. */
const KIOSKS = 80;
/** Not measured: the first questions wait for caches and the compiler. */
const WARM_UP = 3;
/** The cause that is asked under as many labels as there are causes, to see what the method finds where nothing is. */
const CONTROL = "under review";

const address = (place: number) => `10.7.${place >> 8}.${place & 255}`;

async function measure(server: RunningServer) {
  const kiosks: ActionClient[] = [];
  for (let place = 0; place < KIOSKS; place += 1)
    kiosks.push(await new ActionClient(server, () => ({ "x-forwarded-for": address(place) })).enrol());
  let turn = 0;
  const next = () => kiosks[(turn += 1) % KIOSKS] as ActionClient;
  const officer = await new ActionClient(server, () => ({ "x-forwarded-for": address(999) })).signIn(
    "penyelia",
    DEMO_PASSWORDS.penyelia,
  );
  const bookings = await giveCauses(server, officer, next, each);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const random = chance(seed);
  const sizes = new Set<number>();
  const [samples, control]: [Sample[], Sample[]] = [[], []];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const asks = CAUSES.flatMap((cause) => [
      { cause, asked: cause, into: samples },
      { cause, asked: CONTROL, into: control },
    ]);
    for (const { cause, asked, into } of shuffled(asks, random)) {
      const people = bookings.get(asked) ?? [];
      const payload = people[Math.floor(random() * people.length)];
      const { cookie } = next();
      const body = { payload, key: newKey() };
      const answer = await postWhole(`${server.url}/kiosk/check`, {
        cookie,
        body,
        agent,
        address: address(turn % KIOSKS),
      });
      if (!answer.body.includes('"outcome":"SEE_OFFICER"'))
        throw new Error(`${asked}: ${answer.body.slice(0, 200)}`);
      if (round < 0) continue;
      into.push({ cause, round, ms: answer.ms });
      sizes.add(Buffer.byteLength(`${answer.head}${answer.body}`));
    }
  }
  agent.destroy();
  return { samples, control, sizes };
}

async function main(): Promise<void> {
  ensureBuilt();
  const server = await startServer({ env: { JANJI_TRUST_PROXY: "1", JANJI_LOG_LEVEL: "silent" } });
  try {
    const measured = await measure(server);
    const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model ?? "?"}), load ${os.loadavg()[0]?.toFixed(1)}`;
    const { text, told } = report({ ...measured, machine, rounds, each, seed });
    console.log(text);
    if (values.write) writeFileSync(path.join(import.meta.dirname, "RESULTS.md"), text);
    process.exitCode = told ? 1 : 0;
  } finally {
    await server.stop();
  }
}

await main();
