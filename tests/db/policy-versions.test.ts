import { expect, test } from "vitest";
import { addPolicy, previewPolicy } from "@/lib/office/add-policy";
import { readPolicy } from "@/lib/office/policies";
import { policyVersions } from "@/lib/office/policy-versions";
import { reader } from "@/lib/platform/database";
import { officeTime, useTestDatabase } from "../support/test-database";

useTestDatabase();

const HEAD = { kind: "OFFICER", id: "head-1" } as const;
const DRAFT = {
  shown: 1,
  validFrom: "2026-11-25",
  thresholdMinutes: 90,
  legalBasis: "Keputusan Contoh Nomor 1 Tahun 2026",
  qualifyingTypes: ["NEW", "REPLACEMENT"],
  qualifyingChannels: ["M_PASPOR", "ONLINE_QUEUE", "WALK_IN"],
  excludedReasons: ["LOST"],
};
const add = (changes: Partial<typeof DRAFT> = {}) => addPolicy({ ...DRAFT, ...changes }, HEAD, "test");
const states = async () => (await policyVersions()).rows.map(({ version, state }) => `${version} ${state}`);

test("a further version waits for its date, and a wrong plan gives way to another for the same date", async () => {
  expect(await add()).toEqual({ ok: true, value: { version: 2 } });
  expect(await states()).toEqual(["2 COMING", "1 IN_FORCE"]);
  expect(await readPolicy(reader(), "2026-11-24")).toMatchObject({ version: 1 });
  expect(await readPolicy(reader(), "2026-11-25")).toMatchObject({ version: 2, thresholdMs: 5_400_000 });
  expect(await add({ shown: 2, thresholdMinutes: 100 })).toMatchObject({ value: { version: 3 } });
  expect(await states()).toEqual(["3 COMING", "2 REPLACED", "1 IN_FORCE"]);
  officeTime("00:01", "2026-11-25");
  expect(await states()).toEqual(["3 IN_FORCE", "2 REPLACED", "1 PAST"]);
  const row = await reader().auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect([row.action, row.actorId, row.subjectId]).toEqual(["policy.added", "head-1", "3"]);
  expect(JSON.parse(row.data)).toEqual({ validFrom: "2026-11-25", thresholdMinutes: 100 });
});

test("of two added at once one stands", async () => {
  const answers = await Promise.all([add(), add({ thresholdMinutes: 60 })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: "CHANGED_MEANWHILE" });
  expect(await reader().policyVersion.count()).toBe(2);
});

test("what is wrong is named field by field; today is too early", async () => {
  const wrong = {
    validFrom: "2026-11-24",
    thresholdMinutes: 1.5,
    legalBasis: " ",
    qualifyingTypes: [],
    qualifyingChannels: ["PIGEON"],
    excludedReasons: ["LOST", "LOST"],
  };
  expect(await add(wrong)).toEqual({
    ok: false,
    code: "BAD_FIELDS",
    details: {
      validFrom: "TOO_EARLY",
      thresholdMs: "NOT_A_POSITIVE_INTEGER",
      legalBasis: "BLANK",
      qualifyingTypes: "EMPTY_LIST",
      qualifyingChannels: "UNKNOWN_VALUE",
      excludedReasons: "DUPLICATE_VALUE",
    },
  });
  expect(await add({ thresholdMinutes: 1441 })).toMatchObject({ details: { thresholdMs: "TOO_LONG" } });
  expect(await reader().policyVersion.count()).toBe(1);
});

test("the preview decides invented applicants with and without the draft, and writes nothing", async () => {
  const preview = await previewPolicy({ ...DRAFT, thresholdMinutes: 20 });
  if (!preview.ok) throw new Error(preview.code);
  const { examples, silentAlerts } = preview.value;
  expect(silentAlerts).toEqual([30]);
  const found = (part: object) =>
    examples.filter((one) => Object.entries(part).every(([k, v]) => one[k as "type"] === v));
  expect(found({ waitedMs: 21 * 60_000 })).toMatchObject([{ before: "NOT_YET", after: "ELIGIBLE" }]);
  expect(found({ waitedMs: 20 * 60_000 })).toMatchObject([{ before: "NOT_YET", after: "NOT_YET" }]);
  expect(found({ channel: "WALK_IN" })).toMatchObject([{ before: "SEE_OFFICER", after: "ELIGIBLE" }]);
  expect(found({ reason: "DAMAGED" })).toMatchObject([{ before: "SEE_OFFICER", after: "ELIGIBLE" }]);
  expect(found({ reason: "LOST" })).toMatchObject([{ before: "SEE_OFFICER", after: "SEE_OFFICER" }]);
  expect(await reader().policyVersion.count()).toBe(1);
});
