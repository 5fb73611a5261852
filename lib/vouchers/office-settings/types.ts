import type { SettingChange, SettingsDraft, SettingVersionRow } from "@/lib/office/types";
import type { VoucherSlip } from "@/lib/printing/types";
import type { KioskOffice } from "@/lib/vouchers/types";

/** What a kiosk would read from a text. */
export interface TriedPatterns {
  readonly outcome: "BOOKING" | "AMBIGUOUS" | "NONE";
  /** The number as a kiosk would look for it; null unless it was read. */
  readonly code: string | null;
}

/** What the page of settings is drawn from. Instants are epoch ms (UTC). */
export interface SettingsPage {
  readonly version: number;
  readonly draft: SettingsDraft;
  readonly changed: { readonly at: number; readonly day: string; readonly byName: string | null };
  /** The prefix that today's vouchers have; null while there is none today. */
  readonly prefixToday: string | null;
  /** Minutes promised by the policy in force: alerts come before its end. */
  readonly promisedMinutes: number;
  /** Time zones of this country first, then all others. */
  readonly timeZones: readonly string[];
  /** An invented voucher's slip, and the kiosk's office, both before what is typed is put in. */
  readonly sample: { readonly slip: VoucherSlip; readonly office: KioskOffice };
}

/** The page of versions, newest first. */
export interface SettingVersionsPage {
  /** The version in force. */
  readonly newest: number;
  readonly rows: readonly (Omit<SettingVersionRow, "byId"> & {
    /** Null is the server's own. */
    readonly byName: string | null;
  })[];
  readonly next: number | null;
  /** A version that somebody thinks of taking again, and what that would change. */
  readonly look: { readonly version: number; readonly changes: readonly SettingChange[] } | null;
}
