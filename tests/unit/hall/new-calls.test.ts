import { describe, expect, test } from "vitest";
import { newCalls } from "@/components/display/new-calls";

const call = (number: string, counter: string, calls = 1) => ({ number, counter, calls });

describe("what a wall announces", () => {
  test("both of two calls between two looks, the earlier first", () => {
    const before = [call("K-001", "1")];
    expect(newCalls(before, [call("K-003", "2"), call("K-002", "3"), call("K-001", "1")])).toEqual([
      call("K-002", "3"),
      call("K-003", "2"),
    ]);
  });

  test("a recall, and a call to another counter", () => {
    const before = [call("K-002", "2"), call("K-001", "1")];
    expect(newCalls(before, [call("K-001", "1", 2), call("K-002", "2")])).toEqual([call("K-001", "1", 2)]);
    expect(newCalls(before, [call("K-001", "4"), call("K-002", "2")])).toEqual([call("K-001", "4")]);
  });

  test("nothing when somebody was served, or nothing changed", () => {
    const before = [call("K-002", "2"), call("K-001", "1")];
    expect(newCalls(before, [call("K-001", "1")])).toEqual([]);
    expect(newCalls(before, before)).toEqual([]);
  });
});
