import type { PolicyExample } from "@/lib/rules/policy-examples";
import type { Policy } from "@/lib/rules/types";

/** A national holiday on file; EXPECTED is not decreed, or its decree has not been looked at. */
export interface NationalHoliday {
  readonly date: string;
  readonly name: string;
  readonly status: "DECREED" | "FIXED" | "EXPECTED";
}

export interface NationalYear {
  readonly year: string;
  /** The decree, or what is known of it. */
  readonly source: string;
  readonly holidays: readonly NationalHoliday[];
}

/** The part of the settings that says when the office serves. Dates are local, times of day `HH:MM`. */
export interface OfficeCalendar {
  /** The settings' version that it was read from. */
  readonly version: number;
  /** ISO weekdays, 1 is Monday. */
  readonly workingDays: readonly number[];
  readonly hours: { readonly opens: string; readonly closes: string };
  readonly roomCloses: string;
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly specialServiceDays: readonly string[];
}

export type { SettingsDraft } from "./settings-draft-schema";

/** One field that differs between two versions; TEXT and ITEMS tell it, the others only say so. */
export type SettingChange =
  | {
      readonly field: string;
      /** ITEMS: `before` is what went, `after` what came. */
      readonly kind: "TEXT" | "ITEMS";
      readonly before: string;
      readonly after: string;
    }
  | { readonly field: string; readonly kind: "ADDED" | "REMOVED" | "REPLACED" };

/** A version of the settings; `changes` is null for the first one. Instants are epoch ms (UTC) of the system's clock. */
export interface SettingVersionRow {
  readonly version: number;
  readonly at: number;
  readonly byId: string | null;
  readonly changes: readonly SettingChange[] | null;
}

/** A version of the rule set as the page lists it; REPLACED never came, or will never come, into force. */
export interface PolicyVersionRow extends Policy {
  readonly state: "IN_FORCE" | "COMING" | "PAST" | "REPLACED";
  /** When it was added; epoch ms (UTC) of the system's clock. */
  readonly at: number;
  readonly byId: string | null;
}

/** What a draft of the rule set would do. */
export interface PolicyPreview {
  readonly examples: readonly PolicyExample[];
  /** Alerts of the hall, in minutes before the promise ends, that would lie before anybody waits. */
  readonly silentAlerts: readonly number[];
}

export type { PolicyExample };
