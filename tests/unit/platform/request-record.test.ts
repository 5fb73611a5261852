import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentRequestId, outsideRequests, runningRequestId } from "@/lib/platform/request";
import { requestRecord } from "../../../scripts/request-record.mjs";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SENT = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
const folder = mkdtempSync(path.join(tmpdir(), "janji-record-"));
writeFileSync(path.join(folder, "routes-manifest.json"), '{"staticRoutes":[],"dynamicRoutes":[]}');

/** Tells the ids that the work for a request saw: before and after waiting, and outside of it. */
async function work(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const before = runningRequestId();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  const header = request.headers["x-request-id"];
  response.end(
    JSON.stringify({ before, after: currentRequestId(), header, outside: outsideRequests(runningRequestId) }),
  );
}

const serving = (trustProxy: boolean) => {
  const record = requestRecord({ trustProxy, distDir: folder });
  return createServer((request, response) => record(request, response, () => void work(request, response)));
};
const servers = { alone: serving(false), behind: serving(true) };

beforeAll(async () => {
  for (const server of Object.values(servers))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  for (const server of Object.values(servers)) server.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(which: keyof typeof servers, sent?: string) {
  const { port } = servers[which].address() as AddressInfo;
  const headers = new Headers(sent === undefined ? {} : { "x-request-id": sent });
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
  const seen = (await response.json()) as Record<"before" | "after" | "header" | "outside", string | null>;
  return { id: response.headers.get("x-request-id") ?? "", seen };
}

test("each of many requests at once keeps its own id to the end, and what serves all has none", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask("alone")));
  for (const { id, seen } of answers) {
    expect(id).toMatch(UUID);
    expect(seen).toEqual({ before: id, after: id, header: id, outside: null });
  }
  expect(new Set(answers.map(({ id }) => id)).size).toBe(30);
  expect(runningRequestId()).toBeNull();
  expect(currentRequestId()).toMatch(UUID);
});

test("nobody but a proxy of ours names it, and that only by a UUID", async () => {
  const alone = await ask("alone", SENT);
  expect(alone.id).not.toBe(SENT);
  expect(alone.seen.header).toBe(alone.id);
  expect((await ask("behind", SENT)).seen).toMatchObject({ before: SENT, header: SENT });
  for (const forged of ["", "Siti", `${SENT}0`, SENT.toUpperCase(), `${SENT}, ${SENT}`])
    expect((await ask("behind", forged)).id).not.toBe(forged);
});
