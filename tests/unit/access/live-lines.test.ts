import { expect, test } from "vitest";
import { MOST_LINES, takeLine } from "@/lib/access/live-lines";

test("an account has so many lines, and gets one back for each that ended, once", () => {
  const lines = Array.from({ length: MOST_LINES }, () => takeLine("one"));
  expect(lines).not.toContain(null);
  expect(takeLine("one")).toBeNull();
  expect(takeLine("another")).not.toBeNull();
  lines[0]?.();
  lines[0]?.();
  expect(takeLine("one")).not.toBeNull();
  expect(takeLine("one")).toBeNull();
});
