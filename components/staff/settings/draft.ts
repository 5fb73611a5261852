import type { SettingsDraft } from "@/lib/office/types";

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether two drafts say the same. */
export const sameDraft: (one: SettingsDraft, other: SettingsDraft) => boolean = same;

/** What stands at a path such as `letterhead.authority.0`. */
export function valueAt(draft: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], draft);
}

/** The draft with another value at a path; `undefined` takes the field out. The rest is shared, never changed. */
export function withValue<Draft>(draft: Draft, path: string, value: unknown): Draft {
  const [key = "", ...rest] = path.split(".");
  const inner =
    rest.length === 0 ? value : withValue((draft as Record<string, unknown>)[key], rest.join("."), value);
  if (Array.isArray(draft))
    return draft.map((item: unknown, index) => (String(index) === key ? inner : item)) as Draft;
  const copy: Record<string, unknown> = { ...(draft as Json) };
  if (inner === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = inner;
  return copy as Draft;
}

/**
 * What one person typed on the ground of `base`, on the ground of `theirs`: fields that they left alone follow the
 * others, fields that they touched stay as typed.
 */
export function merged<Draft>(base: Draft, mine: Draft, theirs: Draft): Draft {
  if (same(base, mine)) return theirs;
  if (!isPlain(base) || !isPlain(mine) || !isPlain(theirs)) return mine;
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const entries = keys.map((key) => [key, merged(base[key], mine[key], theirs[key])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Draft;
}

/** The parts of the page, and which fields are in each. */
export const SECTIONS = {
  office: ["name", "subtitle", "timeZone", "zoneLabel"],
  letterhead: ["letterhead", "documentNumbers"],
  room: ["complaintRoom"],
  numbers: ["voucherPrefix", "bookingPatterns"],
  hall: ["hall", "counters"],
  printing: ["paperWidth"],
  privacy: ["retention"],
} as const;

export type Section = keyof typeof SECTIONS;

export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** Which part a field's path belongs to; null for one that the page does not show. */
export function sectionOf(path: string): Section | null {
  const [field = ""] = path.split(".");
  return SECTION_NAMES.find((name) => (SECTIONS[name] as readonly string[]).includes(field)) ?? null;
}
