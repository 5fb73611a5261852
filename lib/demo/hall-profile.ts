import "server-only";

/** The rhythm of the pretended hall. Times are the office's local time of day, `HH:MM`. */

/** How many people come between two times: a rush at opening, a dip at noon, a second, smaller wave. */
export const ARRIVALS: readonly { readonly from: string; readonly to: string; readonly people: number }[] = [
  { from: "07:00", to: "07:30", people: 16 },
  { from: "07:30", to: "08:00", people: 17 },
  { from: "08:00", to: "08:30", people: 18 },
  { from: "08:30", to: "09:00", people: 16 },
  { from: "09:00", to: "09:30", people: 14 },
  { from: "09:30", to: "10:00", people: 9 },
  { from: "10:00", to: "11:00", people: 12 },
  { from: "11:00", to: "12:00", people: 10 },
  { from: "12:00", to: "13:00", people: 8 },
  { from: "13:00", to: "14:00", people: 23 },
  { from: "14:00", to: "14:50", people: 11 },
];

/** Biometric counters and when they are staffed; a counter that closes finishes the person before it. */
export const COUNTERS: readonly (readonly { readonly opens: string; readonly closes: string }[])[] = [
  [
    { opens: "07:30", closes: "12:00" },
    { opens: "13:00", closes: "14:30" },
  ],
  [
    { opens: "07:30", closes: "11:30" },
    { opens: "12:45", closes: "16:30" },
  ],
  [
    { opens: "08:30", closes: "12:30" },
    { opens: "14:00", closes: "16:30" },
  ],
  [{ opens: "10:15", closes: "12:30" }],
];

/** Biometric service in seconds, and the pause before the next is called. */
export const SERVICE_SECONDS = { shortest: 330, longest: 680 } as const;
export const PAUSE_SECONDS = { shortest: 20, longest: 90 } as const;

/** From the door to a biometric number: the documents are looked at first. */
export const DESK_SECONDS = { shortest: 150, longest: 900 } as const;

/** Who is out of earshot when first called, and for how long they then wait to be called again. */
export const MISSED_CALL_PERCENT = 9;
export const MISSED_CALL_SECONDS = { shortest: 1500, longest: 3000 } as const;

/** Elderly, disabled, pregnant or with a toddler: their own lane, often without a booking, called before the others. */
export const PRIORITY_PERCENT = 7;

/** The biometric server is down while the desk goes on giving out numbers: nobody is served meanwhile. */
export const OUTAGE = {
  from: "07:25",
  to: "07:50",
  system: "Server biometrik",
  reason: "Contoh: jaringan ke pusat data terputus",
} as const;
