import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, DEMO_SETTINGS } from "@/lib/office/default-settings";
import { officeSettingsSchema, type OfficePlan } from "@/lib/office/schema";

const plan = DEMO_SETTINGS.complaintRoom.plan as OfficePlan;
const problems = (changes: Partial<OfficePlan>) => {
  const complaintRoom = { ...DEFAULT_SETTINGS.complaintRoom, plan: { ...plan, ...changes } };
  const parsed = officeSettingsSchema.safeParse({ ...DEFAULT_SETTINGS, complaintRoom });
  return parsed.error?.issues.map(({ path }) => path.slice(2).join(".")) ?? [];
};

test("an office may draw the way, or leave it at words", () => {
  expect(officeSettingsSchema.parse(DEMO_SETTINGS)).toEqual(DEMO_SETTINGS);
  expect(DEFAULT_SETTINGS.complaintRoom.plan).toBeUndefined();
});

test.each([
  ["kiosk", { kiosk: { x: 21, y: 2 } }],
  ["room", { room: { x: 18, y: 0, width: 7, height: 6 } }],
  ["landmarks.0", { landmarks: [{ x: 19, y: 1, width: 4, height: 1, label: "Loket" }] }],
  ["rows", { columns: 40, rows: 11 }],
  // A way that stops in the hall would lead nobody into the room.
  ["path.0", { path: [{ x: 9, y: 6 }] }],
] as const)("a drawing whose %s cannot be right is refused by name", (field, changes) => {
  expect(problems(changes as unknown as Partial<OfficePlan>)).toContain(field);
});
