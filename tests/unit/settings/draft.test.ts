import { describe, expect, test } from "vitest";
import { merged, sectionOf, valueAt, withValue } from "@/components/staff/settings/draft";
import en from "@/messages/en/settings.json";
import id from "@/messages/id/settings.json";
import { DEFAULT_SETTINGS, DEMO_SETTINGS } from "@/lib/office/default-settings";
import { officeSettingsSchema } from "@/lib/office/schema";
import { FIELDS, settingChanges } from "@/lib/office/settings-changes";
import { settingsDraftSchema } from "@/lib/office/settings-draft-schema";

const DRAFT = settingsDraftSchema.strip().parse(DEMO_SETTINGS);

describe("what is typed", () => {
  test("stands at its path, and nothing else changes", () => {
    const after = withValue(DRAFT, "letterhead.authority.1", "Baris lain");
    expect(valueAt(after, "letterhead.authority")).toEqual([
      DRAFT.letterhead.authority[0],
      "Baris lain",
      DRAFT.letterhead.authority[2],
    ]);
    expect(after.complaintRoom).toBe(DRAFT.complaintRoom);
    expect(withValue(DRAFT, "complaintRoom.plan", undefined).complaintRoom).not.toHaveProperty("plan");
  });

  test("stays when others changed the settings, and what was left alone follows them", () => {
    const mine = withValue(withValue(DRAFT, "letterhead.address", "Jalan Saya 1"), "name", "Milik saya");
    const theirs = withValue(
      withValue(withValue(DRAFT, "letterhead.contact", "Telepon baru"), "name", "Milik mereka"),
      "complaintRoom.plan",
      undefined,
    );
    const both = merged(DRAFT, mine, theirs);
    expect(both).toMatchObject({
      name: "Milik saya",
      letterhead: { address: "Jalan Saya 1", contact: "Telepon baru" },
    });
    expect(both.complaintRoom).not.toHaveProperty("plan");
  });
});

/** Paths of everything that a version holds; lists and drawings are one field each. */
const leaves = (value: object, path = ""): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner) && key !== "plan"
      ? leaves(inner, `${path}${key}.`)
      : [`${path}${key}`],
  );

test("every field of the settings is known to the list of changes and has a name in both languages", () => {
  const logo = `data:image/png;base64,AAAA`;
  const whole = { ...DEMO_SETTINGS, letterhead: { ...DEMO_SETTINGS.letterhead, logo } };
  expect([...FIELDS].sort()).toEqual(leaves(whole).sort());
  for (const catalogue of [id, en])
    for (const field of FIELDS) expect(catalogue.field).toHaveProperty(field.replaceAll(".", "_"));
  expect(settingChanges(DEFAULT_SETTINGS, whole)).toContainEqual({ field: "letterhead.logo", kind: "ADDED" });
});

test("every field of the page belongs to a part of it", () => {
  for (const path of Object.keys(DRAFT)) expect(sectionOf(path), path).not.toBeNull();
});

test("alerts of an older version, in minutes waited of two hours, become minutes before the promise ends", () => {
  const older = { ...DEFAULT_SETTINGS, hall: { alertMinutes: [90, 105, 115, 130], feedSilentMinutes: 10 } };
  expect(officeSettingsSchema.parse(older).hall).toEqual({ alertBefore: [30, 15, 5], feedSilentMinutes: 10 });
  const late = { ...DEFAULT_SETTINGS, hall: { alertMinutes: [150], feedSilentMinutes: 10 } };
  expect(officeSettingsSchema.parse(late).hall.alertBefore).toEqual([30, 15, 5]);
});
