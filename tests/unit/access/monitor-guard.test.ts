import { afterEach, beforeEach, expect, test } from "vitest";
import { monitorRefusal } from "@/lib/access/monitor-guard";
import { forgetEnvironment, readEnvironment } from "@/lib/platform/environment";

const TOKEN = "a-monitors-token-for-tests-alone-long";

const ask = async (authorization?: string) => {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  const refused = await monitorRefusal(new Request("http://janji.invalid/api/metrics", { headers }));
  return refused?.status ?? "let in";
};

beforeEach(() => {
  process.env.JANJI_SECRET = "a secret for tests only, longer than needed";
  forgetEnvironment();
});
afterEach(() => {
  for (const name of ["JANJI_MONITOR_TOKEN", "JANJI_SECRET"]) Reflect.deleteProperty(process.env, name);
  forgetEnvironment();
});

test("without a token in the environment there is nothing to be had, whatever is sent", async () => {
  for (const sent of [undefined, "Bearer ", "Bearer undefined", "Bearer null", `Bearer ${TOKEN}`])
    expect(await ask(sent)).toBe(404);
});

test("the token alone opens it, whole and as a bearer's", async () => {
  process.env.JANJI_MONITOR_TOKEN = TOKEN;
  forgetEnvironment();
  expect(await ask(`Bearer ${TOKEN}`)).toBe("let in");
  const others = [undefined, "", "Bearer", `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`];
  for (const sent of others) expect(await ask(sent), sent).toBe(401);
});

test("a short token is refused at the start", () => {
  expect(() => readEnvironment({ ...process.env, JANJI_MONITOR_TOKEN: "short" })).toThrow(
    "JANJI_MONITOR_TOKEN",
  );
});
