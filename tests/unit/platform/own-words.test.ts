import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** A process that says things as frameworks do, within a request and outside of one, and then falls over. */
const PROCESS = `
import { AsyncLocalStorage } from "node:async_hooks";
import { keepOwnWords } from "./scripts/own-words.mjs";
keepOwnWords();
console.log("ready on %s", "port 3000");
globalThis.__janjiRequests = new AsyncLocalStorage();
globalThis.__janjiRequests.run({ id: "r-1", notes: {} }, () => {
  console.warn("no such thing as Siti Rahayu");
  console.error("failed for", Object.assign(new TypeError("Siti Rahayu\\n9900 is no number"), { digest: "42" }));
});
Promise.reject(new RangeError("Siti Rahayu again"));
`;

test("what libraries say is a line each, without what people gave; so is what ends the process", () => {
  const args = ["--input-type=module", "--eval", PROCESS];
  const env = { ...process.env, JANJI_LOG_LEVEL: "info" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  expect([status, stderr]).toEqual([1, ""]);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { level: 30, msg: "ready on port 3000" },
    { level: 40, requestId: "r-1" },
    { level: 50, requestId: "r-1", kind: "TypeError", digest: "42", msg: "fault" },
    { level: 60, kind: "RangeError", msg: "the process ends" },
  ]);
  expect(lines).toHaveLength(4);
  expect(stdout).not.toMatch(/Siti|9900/);
});
