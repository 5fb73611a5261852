import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionClient } from "../support/action-client";
import { ensureBuilt, startServer, type RunningServer } from "../support/server";

let office: RunningServer;
beforeAll(async () => {
  ensureBuilt();
  office = await startServer();
});
afterAll(() => office.stop());

/** How many of 30 wrong sign-ins, each under another name, were refused for their number. */
async function turnedAway(server: RunningServer, claims: (attempt: number) => Record<string, string>) {
  let attempt = 0;
  const client = new ActionClient(server, () => claims(attempt));
  let refused = 0;
  for (attempt = 1; attempt <= 30; attempt += 1) {
    const answer = await client.act("/staff/sign-in", "signInAction", {
      username: `orang-${attempt}`,
      password: "salah sekali",
    });
    if (!answer.ok && answer.code === "TOO_MANY") refused += 1;
  }
  return refused;
}

test("an address cannot be invented: the limit counts where the connection comes from", async () => {
  const invented = (attempt: number) => ({
    "x-forwarded-for": `203.0.113.${attempt}`,
    forwarded: `for=${attempt}`,
  });
  expect(await turnedAway(office, invented)).toBeGreaterThanOrEqual(10);
});

test("behind a trusted proxy each of its clients has a limit of its own", async () => {
  const behind = await startServer({ env: { JANJI_TRUST_PROXY: "1" } });
  try {
    const claimed = (attempt: number) => ({ "x-forwarded-for": `198.51.100.1, 203.0.113.${attempt}` });
    expect(await turnedAway(behind, claimed)).toBe(0);
    expect(await turnedAway(behind, () => ({ "x-forwarded-for": "198.51.100.9, 203.0.113.77" }))).toBe(10);
  } finally {
    await behind.stop();
  }
});
