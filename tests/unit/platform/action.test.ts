import { expect, test, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/platform/action";
import { log } from "@/lib/platform/log";

const guard = async () => ({ ok: true as const, context: null });

test("what is refused for its shape is a line that holds nothing of what was sent", async () => {
  const lines = vi.spyOn(log, "info");
  const schema = z.strictObject({ code: z.string() });
  const run = action({ name: "test.refuse", guard, schema, run: async () => ({ ok: true, value: null }) });
  expect(await run({ code: "9900" })).toEqual({ ok: true, value: null });
  expect(lines).not.toHaveBeenCalled();
  expect(await run({ code: 9900, "Siti Contoh": 1 })).toMatchObject({ ok: false, code: "BAD_INPUT" });
  expect(lines.mock.calls).toEqual([
    [{ action: "test.refuse", requestId: expect.any(String) as string }, "refused input"],
  ]);
  expect(JSON.stringify(lines.mock.calls)).not.toMatch(/9900|Siti/);
});

test("a guard that fails lets nobody in", async () => {
  const run = action({
    name: "test.guard",
    guard: () => Promise.reject(new Error("no database")),
    schema: z.unknown(),
    run: async () => ({ ok: true, value: "in" }),
  });
  expect(await run(null)).toMatchObject({ ok: false, code: "FAULT" });
});
