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
