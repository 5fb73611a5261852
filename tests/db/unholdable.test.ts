import { expect, test } from "vitest";
import { z } from "zod";
import { action } from "@/lib/platform/action";
import { reader, writeTransaction } from "@/lib/platform/database";
import { kind, useTestDatabase } from "../support/test-database";

useTestDatabase();

const keep = action({
  name: "test.keep",
  guard: async () => ({ ok: true as const, context: null }),
  schema: z.string(),
  run: async ({ input }) => {
    await writeTransaction((tx) => tx.installationFact.create({ data: { key: input, value: input } }));
    return { ok: true, value: null };
  },
});
const look = action({
  name: "test.look",
  guard: async () => ({ ok: true as const, context: null }),
  schema: z.string(),
  run: async ({ input }) => ({ ok: true, value: await reader().ticket.count({ where: { id: input } }) }),
});

test("a text that a database cannot hold is a refused input, written or looked for; it breaks nothing", async () => {
  const refused = { ok: false, code: "BAD_INPUT", fields: [] };
  expect(await keep("a\u0000b")).toEqual(kind === "postgres" ? refused : { ok: true, value: null });
  expect(await look("a\u0000b")).toEqual(kind === "postgres" ? refused : { ok: true, value: 0 });
  expect(await keep("after it")).toEqual({ ok: true, value: null });
});
