"use client";

import { useState } from "react";
import type { ApplicationType, BookingChannel, ReplacementReason } from "@/lib/rules/types";

export interface Entry {
  readonly queueNumber: string;
  readonly booking: string;
  readonly type: ApplicationType;
  readonly reason: ReplacementReason | null;
  readonly channel: BookingChannel;
  readonly smart: boolean;
}

/** What most applicants are: a new passport, booked with M-Paspor, known to SMART. */
const USUAL: Entry = {
  queueNumber: "",
  booking: "",
  type: "NEW",
  reason: null,
  channel: "M_PASPOR",
  smart: true,
};

export type EntryProblem = "numberMissing" | "reasonMissing";

/** The entry being typed, and what is still missing of it. */
export function useEntry() {
  const [entry, setEntry] = useState<Entry>(USUAL);
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  return {
    entry,
    problem,
    change: (part: Partial<Entry>) => {
      setEntry((before) => ({ ...before, ...part }));
      setProblem(null);
    },
    /** Whether it can be sent; if not, the problem is set. */
    check: (withNumber: boolean): boolean => {
      const found =
        withNumber && entry.queueNumber.trim() === ""
          ? "numberMissing"
          : entry.type === "REPLACEMENT" && entry.reason === null
            ? "reasonMissing"
            : null;
      setProblem(found);
      return found === null;
    },
    clear: () => {
      setEntry(USUAL);
      setProblem(null);
    },
  };
}

/** What the server is asked to enter. */
export function entryInput(
  { queueNumber, booking, type, reason, channel, smart }: Entry,
  withNumber: boolean,
) {
  return {
    queueNumber,
    bookingScan: booking,
    applicationType: type,
    replacementReason: type === "REPLACEMENT" && reason !== null ? reason : undefined,
    bookingChannel: channel,
    registeredInSmart: smart,
    withNumber,
  };
}
