import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { oncePerKey } from "@/lib/vouchers/request-keys";
import { newKey } from "../support/keys";
import { TUESDAY, useTestDatabase } from "../support/test-database";

useTestDatabase();

const counter = { serviceDate: TUESDAY, lastNumber: 1 };

describe("a request whose row another one wrote first", () => {
  test("looks again, and answers with what it finds then", async () => {
    let tries = 0;
    const answer = await oncePerKey(newKey(), "kiosk-1", async (tx) => {
      tries += 1;
      await tx.dayCounter.create({ data: counter });
      if (tries === 1) await tx.dayCounter.create({ data: counter });
      return tries;
    });
    expect([answer, tries]).toEqual([2, 2]);
    expect(await reader().dayCounter.count()).toBe(1);
    expect(await reader().requestKey.count()).toBe(1);
  });

  test("gives up after five tries with the fault itself, and leaves nothing behind", async () => {
    let tries = 0;
    const lost = oncePerKey(newKey(), "kiosk-1", async (tx) => {
      tries += 1;
      await tx.dayCounter.create({ data: counter });
      await tx.dayCounter.create({ data: counter });
    });
    await expect(lost).rejects.toMatchObject({ code: "P2002" });
    expect(tries).toBe(5);
    expect([await reader().dayCounter.count(), await reader().requestKey.count()]).toEqual([0, 0]);
  });

  test("is not tried again for any other fault", async () => {
    let tries = 0;
    const failed = oncePerKey(newKey(), "kiosk-1", () => {
      tries += 1;
      return Promise.reject(new Error("another fault"));
    });
    await expect(failed).rejects.toThrow("another fault");
    expect(tries).toBe(1);
  });
});

test("a key that was used by somebody else says so, and the work is not done", async () => {
  const key = newKey();
  await oncePerKey(key, "kiosk-1", () => Promise.resolve("answer"));
  let done = false;
  const stolen = oncePerKey(key, "kiosk-2", () => Promise.resolve((done = true)));
  await expect(stolen).rejects.toThrow("belongs to another caller");
  expect(done).toBe(false);
});
