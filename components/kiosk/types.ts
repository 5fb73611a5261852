import type { SlipView } from "@/components/slip/print-view";
import type { KioskAnswer, KioskOutcome } from "@/lib/vouchers/types";

/** The answer of one outcome. */
export type AnswerOf<O extends KioskOutcome> = Extract<KioskAnswer, { readonly outcome: O }>;

/** One entry of the language switch: its own name, in its own language. */
export type LocaleChoice = { readonly code: string; readonly label: string };

/** What the screen says of the slip; `rescan` is a voucher shown again, nothing being printed. */
export type PrintView = SlipView | "rescan";

/** The person is asked whether the slip came out. */
export const asksForSlip = (view: PrintView): boolean => view === "askCameOut" || view === "askWhole";

/** No slip came: a photo of the number does instead. */
export const hasNoSlip = (view: PrintView): boolean =>
  view === "failed" || view === "paperOut" || view === "coverOpen" || view === "unreachable";
