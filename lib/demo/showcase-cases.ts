import "server-only";
import type { KioskOutcome } from "@/lib/vouchers/types";
import type { ApplicantFacts, ShowcaseCase, TicketCase } from "./types";

/** What the kiosk answers to each. */
export const EXPECTED_OUTCOME: Readonly<Record<ShowcaseCase, KioskOutcome>> = {
  "not-yet": "NOT_YET",
  eligible: "ELIGIBLE",
  "eligible-served": "ELIGIBLE",
  "served-in-time": "SERVED_IN_TIME",
  outage: "OUTAGE",
  "no-number": "NO_BIOMETRIC_TICKET",
  "other-day": "OTHER_DAY",
  "lost-passport": "SEE_OFFICER",
  "other-type": "SEE_OFFICER",
  "not-in-smart": "SEE_OFFICER",
  "under-review": "SEE_OFFICER",
  contradictory: "SEE_OFFICER",
  unknown: "UNKNOWN_BOOKING",
  unreadable: "UNREADABLE",
  ambiguous: "AMBIGUOUS",
  "eligible-again": "ELIGIBLE",
  // A voucher is for the officer's tablet; to the kiosk it is no booking.
  voucher: "UNREADABLE",
  "already-received": "ALREADY_RECEIVED",
};

/** How an application differs from one that meets every condition. */
export const APPLICATION: Readonly<Partial<Record<TicketCase, Partial<ApplicantFacts>>>> = {
  "lost-passport": { applicationType: "REPLACEMENT", replacementReason: "LOST" },
  "other-type": { applicationType: "OTHER" },
  "not-in-smart": { registeredInSmart: false },
  "under-review": { underReview: true },
};

/** Times of day, local; what is left out has not happened. Only those of the two moving cases are reckoned. */
export const FIXED_TIMES: Readonly<
  Record<
    Exclude<TicketCase, "not-yet" | "eligible">,
    {
      readonly arrived: string;
      readonly number?: string;
      readonly started?: string;
      readonly completed?: string;
    }
  >
> = {
  "eligible-served": { arrived: "07:58", number: "08:05", started: "10:22", completed: "10:29" },
  "served-in-time": { arrived: "08:50", number: "09:00", started: "09:42", completed: "09:50" },
  // The number falls into the disruption of 07:25 to 07:50, so the two hours were disturbed.
  outage: { arrived: "07:31", number: "07:40", started: "09:55", completed: "10:03" },
  "no-number": { arrived: "10:12" },
  "other-day": { arrived: "10:00" },
  "lost-passport": { arrived: "07:55", number: "08:04", started: "10:48", completed: "10:56" },
  "other-type": { arrived: "07:57", number: "08:07", started: "10:51", completed: "10:58" },
  "not-in-smart": { arrived: "07:59", number: "08:10", started: "10:54", completed: "11:02" },
  "under-review": { arrived: "08:03", number: "08:12", started: "10:57", completed: "11:05" },
  // Service noted before its number was given out: one of the two must be wrong.
  contradictory: { arrived: "08:58", number: "09:20", started: "09:05" },
};
