import "server-only";
import type { OfficeSettings } from "./schema";
import type { SettingChange } from "./types";

/** Every field, in the order in which people read them. Those of `UNSHOWN` only say that they changed. */
export const FIELDS = [
  "name",
  "subtitle",
  "timeZone",
  "zoneLabel",
  "letterhead.authority",
  "letterhead.address",
  "letterhead.contact",
  "letterhead.place",
  "letterhead.signer.position",
  "letterhead.signer.name",
  "letterhead.signer.idNumber",
  "letterhead.logo",
  "documentNumbers.report",
  "documentNumbers.receipt",
  "complaintRoom.name",
  "complaintRoom.directions",
  "complaintRoom.closes",
  "complaintRoom.afterHours",
  "complaintRoom.plan",
  "voucherPrefix",
  "bookingPatterns",
  "hall.alertBefore",
  "hall.feedSilentMinutes",
  "counters",
  "paperWidth",
  "retention.days",
  "workingDays",
  "hours.opens",
  "hours.closes",
  "holidays",
  "specialServiceDays",
  "souvenirs",
  "sessions.idleMinutes",
] as const;

/** A picture and a drawing say nothing as text. */
const UNSHOWN: readonly string[] = ["letterhead.logo", "complaintRoom.plan"];
/** Long lists: only what came and went is told. */
const DIFFERENCES: readonly string[] = ["holidays", "specialServiceDays"];

const at = (settings: OfficeSettings, field: string): unknown =>
  field
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings);

const itemText = (item: unknown): string =>
  typeof item === "object" && item !== null ? Object.values(item).join(" ") : String(item);

/** What differs between two versions, field by field; texts as they stand, lists joined with middle dots. */
export function settingChanges(before: OfficeSettings, after: OfficeSettings): SettingChange[] {
  return FIELDS.flatMap((field): SettingChange[] => {
    const [one, other] = [at(before, field), at(after, field)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    if (UNSHOWN.includes(field))
      return [{ field, kind: one === undefined ? "ADDED" : other === undefined ? "REMOVED" : "REPLACED" }];
    const [was, is] = [list(one), list(other)];
    if (!DIFFERENCES.includes(field))
      return [{ field, kind: "TEXT", before: was.join(" · "), after: is.join(" · ") }];
    const gone = was.filter((item) => !is.includes(item));
    const come = is.filter((item) => !was.includes(item));
    return [{ field, kind: "ITEMS", before: gone.join(" · "), after: come.join(" · ") }];
  });
}

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(itemText);
