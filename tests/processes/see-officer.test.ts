import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { DEMO_PASSWORDS } from "../support/demo-people";
import { newKey } from "../support/keys";
import { CAUSES, giveCauses } from "../support/see-officer";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";
import { postWhole, withoutIds } from "../support/whole-answer";

let server: RunningServer;
let kiosk: ActionClient;
let bookings: Map<string, string[]>;

beforeAll(async () => {
  ensureBuilt();
  server = await startServer();
  kiosk = await new ActionClient(server).enrol();
  const officer = await new ActionClient(server).signIn("penyelia", DEMO_PASSWORDS.penyelia);
  bookings = await giveCauses(server, officer, () => kiosk, 1);
});
afterAll(() => server.stop());

const ask = (path: string, body: unknown) =>
  postWhole(`${server.url}${path}`, { cookie: kiosk.cookie, body });

test("what goes over the wire is the same for every cause, headers and length included", async () => {
  const answers = new Map<string, { whole: string; bytes: number }>();
  for (const cause of CAUSES) {
    const answer = await ask("/kiosk/check", { payload: bookings.get(cause)?.[0], key: newKey() });
    expect(answer.body, cause).toContain('"outcome":"SEE_OFFICER"');
    answers.set(cause, {
      whole: withoutIds(answer),
      bytes: Buffer.byteLength(`${answer.head}${answer.body}`),
    });
  }
  const first = answers.get(CAUSES[0] ?? "");
  for (const [cause, answer] of answers) expect(answer, cause).toEqual(first);
});

test("so is what its slip is told afterwards: how it prints, and that it came", async () => {
  const next = new Map<string, string[]>();
  for (const cause of CAUSES.slice(0, 4).concat(CAUSES.slice(-2))) {
    const payload = bookings.get(cause)?.[0];
    const scanned = await ask("/kiosk/check", { payload, key: newKey() });
    const { value } = JSON.parse(scanned.body) as { value: { printJobId: string } };
    const progress = await ask("/kiosk/ask", {
      name: "print-progress",
      input: { printJobId: value.printJobId },
    });
    const settled = await ask("/kiosk/ask", {
      name: "settle-print",
      input: { printJobId: value.printJobId, state: "CONFIRMED" },
    });
    next.set(cause, [progress, settled].map(withoutIds));
  }
  const [first] = next.values();
  for (const [cause, answers] of next) expect(answers, cause).toEqual(first);
});
