"use client";

import type { ReactNode } from "react";
import type { SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import type { StepView, VoucherView } from "@/lib/vouchers/types";
import { OpenDuty } from "./open-duty";
import { RecordedDuty } from "./recorded-duty";
import type { VoucherCommands } from "./voucher-commands";

export type DutyCardProps = {
  voucher: VoucherView;
  step: StepView;
  account: { readonly name: string; readonly mayUndoOthers: boolean };
  commands: Pick<VoucherCommands, "record" | "undo">;
  /** False while something stands in the way of confirming. */
  possible: boolean;
  /** True once the officer said that something cannot be given: then a duty may be closed with a note. */
  settles: boolean;
  /** Souvenir: the item chosen; null where the office has none. */
  gift?: SouvenirItem | null;
  /** Souvenir: the choice of items while the duty is open, and the promise once it is made. */
  children?: ReactNode;
  onChange: (voucher: VoucherView) => void;
};

/** One of the three duties of F.1: open with one button, or recorded with who, when and until when it can be undone. */
export function DutyCard(props: DutyCardProps) {
  return props.step.state === "OPEN" ? <OpenDuty {...props} /> : <RecordedDuty {...props} />;
}
