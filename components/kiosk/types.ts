import type { KioskAnswer, KioskOutcome } from "@/lib/vouchers/types";

/** The answer of one outcome. */
export type AnswerOf<O extends KioskOutcome> = Extract<KioskAnswer, { readonly outcome: O }>;

/** One entry of the language switch: its own name, in its own language. */
export type LocaleChoice = { readonly code: string; readonly label: string };

/** What the screen says of the slip. `rescan` is a voucher shown again, nothing being printed. */
export type PrintView = "printing" | "askCameOut" | "confirmed" | "failed" | "rescan";
