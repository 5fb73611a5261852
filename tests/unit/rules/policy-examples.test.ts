import { describe, expect, it } from "vitest";
import { POLICY_V1 } from "@/lib/rules/policy";
import { policyExamples } from "@/lib/rules/policy-examples";
import { aPolicy, HOUR, MINUTE } from "./given";

const inWords = (examples: ReturnType<typeof policyExamples>) =>
  examples.map(({ type, channel, reason, waitedMs, before, after }) =>
    [type, channel, reason ?? "-", `${waitedMs / MINUTE} min`, before ?? "-", after].join(" "),
  );

describe("policyExamples", () => {
  it("tells of the decree's own rules: at the promise, a minute above, then each type, channel and reason", () => {
    expect(inWords(policyExamples(null, POLICY_V1))).toEqual([
      "NEW M_PASPOR - 120 min - NOT_YET",
      "NEW M_PASPOR - 121 min - ELIGIBLE",
      "NEW M_PASPOR - 135 min - ELIGIBLE",
      "REPLACEMENT M_PASPOR - 135 min - ELIGIBLE",
      "OTHER M_PASPOR - 135 min - SEE_OFFICER",
      "NEW ONLINE_QUEUE - 135 min - ELIGIBLE",
      "NEW WALK_IN - 135 min - SEE_OFFICER",
      "REPLACEMENT M_PASPOR EXPIRED 135 min - ELIGIBLE",
      "REPLACEMENT M_PASPOR FULL 135 min - ELIGIBLE",
      "REPLACEMENT M_PASPOR DAMAGED 135 min - SEE_OFFICER",
      "REPLACEMENT M_PASPOR LOST 135 min - SEE_OFFICER",
      "REPLACEMENT M_PASPOR DATA_CHANGE 135 min - ELIGIBLE",
    ]);
  });

  it("asks both rule sets around both promises, the shorter first, and else above both", () => {
    const shorter = aPolicy({ version: 2, thresholdMs: HOUR, qualifyingTypes: ["NEW"], excludedReasons: [] });
    const around = (examples: string[]) => examples.slice(0, 4);
    expect(around(inWords(policyExamples(POLICY_V1, shorter)))).toEqual([
      "NEW M_PASPOR - 60 min NOT_YET NOT_YET",
      "NEW M_PASPOR - 61 min NOT_YET ELIGIBLE",
      "NEW M_PASPOR - 120 min NOT_YET ELIGIBLE",
      "NEW M_PASPOR - 121 min ELIGIBLE ELIGIBLE",
    ]);
    expect(around(inWords(policyExamples(shorter, POLICY_V1)))).toEqual([
      "NEW M_PASPOR - 60 min NOT_YET NOT_YET",
      "NEW M_PASPOR - 61 min ELIGIBLE NOT_YET",
      "NEW M_PASPOR - 120 min ELIGIBLE NOT_YET",
      "NEW M_PASPOR - 121 min ELIGIBLE ELIGIBLE",
    ]);
    const examples = policyExamples(POLICY_V1, shorter);
    expect(examples.slice(4).every(({ waitedMs }) => waitedMs === 135 * MINUTE)).toBe(true);
    expect(inWords(examples)).toContain("REPLACEMENT M_PASPOR - 135 min ELIGIBLE SEE_OFFICER");
    expect(inWords(examples)).toContain("REPLACEMENT M_PASPOR LOST 135 min SEE_OFFICER SEE_OFFICER");
  });

  it("tells of nobody twice, also where the longest promise is a whole day", () => {
    const day = aPolicy({ version: 2, thresholdMs: 24 * HOUR });
    const examples = inWords(policyExamples(day, aPolicy({ thresholdMs: 15 * MINUTE })));
    expect(new Set(examples).size).toBe(examples.length);
    expect(examples).toContain("NEW M_PASPOR - 1441 min ELIGIBLE ELIGIBLE");
    // The usual applicant stands in the list of types, so the list of channels leaves them out.
    expect(examples.filter((line) => line.startsWith("NEW M_PASPOR - 1455 min"))).toHaveLength(1);
  });
});
