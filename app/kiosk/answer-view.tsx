"use client";

import { useEffect, useEffectEvent } from "react";
import {
  AlreadyReceivedScreen,
  NoTicketScreen,
  OtherDayScreen,
  ServedInTimeScreen,
} from "@/components/kiosk/answer-screens";
import { ClosedScreen } from "@/components/kiosk/closed-screen";
import { UnknownScreen, UnreadableScreen } from "@/components/kiosk/code-screens";
import { EligibleScreen } from "@/components/kiosk/eligible-screen";
import { NotYetScreen } from "@/components/kiosk/not-yet-screen";
import { OutageScreen } from "@/components/kiosk/outage-screen";
import { SeeOfficerScreen } from "@/components/kiosk/see-officer-screen";
import { hasNoSlip } from "@/components/kiosk/types";
import { PrintSheet } from "@/components/slip/print-sheet";
import type { KioskAnswer, KioskOffice } from "@/lib/vouchers/types";
import { useSlip } from "./use-slip";

interface AnswerViewProps {
  readonly answer: KioskAnswer;
  readonly payload: string;
  /** The office's instant. */
  readonly now: number;
  readonly paperWidth: KioskOffice["paperWidth"];
  readonly onKeypad: () => void;
  readonly onInfo: () => void;
  readonly onDone: () => void;
  /** Whether printing, or that no slip came, holds the idle clock. */
  readonly onHold: (hold: boolean) => void;
}

/** One screen for each outcome, and the slip where there is one. */
export function AnswerView(props: AnswerViewProps) {
  const { paper, print, answerCameOut, reprint } = useSlip(props.answer, props.payload);
  const hold = paper !== null && (paper.view === "printing" || hasNoSlip(paper.view));
  const tellHold = useEffectEvent(props.onHold);
  useEffect(() => {
    tellHold(hold);
    return () => tellHold(false);
  }, [hold]);
  return (
    <>
      <Screen {...props} paper={paper} answerCameOut={answerCameOut} reprint={() => void reprint()} />
      {paper && paper.printedBy === "BROWSER" && paper.view !== "rescan" && (
        <PrintSheet key={paper.copy} slip={paper.slip} paperWidth={props.paperWidth} onReady={print} />
      )}
    </>
  );
}

function Screen({
  answer,
  now,
  onKeypad,
  onInfo,
  onDone,
  paper,
  answerCameOut,
  reprint,
}: AnswerViewProps & {
  readonly paper: ReturnType<typeof useSlip>["paper"];
  readonly answerCameOut: (came: boolean) => void;
  readonly reprint: () => void;
}) {
  const slipActions = {
    onCameOut: () => answerCameOut(true),
    onDidNotCome: () => answerCameOut(false),
    onDone,
  };
  switch (answer.outcome) {
    case "UNREADABLE":
    case "AMBIGUOUS":
      return <UnreadableScreen reason={answer.outcome} onKeypad={onKeypad} onDone={onDone} />;
    case "CLOSED":
      return <ClosedScreen opensAt={answer.opensAt} onInfo={onInfo} onDone={onDone} />;
    case "UNKNOWN_BOOKING":
      return <UnknownScreen onKeypad={onKeypad} onDone={onDone} />;
    case "OTHER_DAY":
      return <OtherDayScreen answer={answer} onDone={onDone} />;
    case "NO_BIOMETRIC_TICKET":
      return <NoTicketScreen answer={answer} onDone={onDone} />;
    case "NOT_YET":
      return (
        <NotYetScreen
          answer={answer}
          remainingMs={Math.max(0, answer.checkAgainFrom - now)}
          onDone={onDone}
        />
      );
    case "SERVED_IN_TIME":
      return <ServedInTimeScreen answer={answer} onDone={onDone} />;
    case "OUTAGE":
      return <OutageScreen answer={answer} onDone={onDone} />;
    case "SEE_OFFICER": {
      const view = !paper || paper.view === "rescan" ? "printing" : paper.view;
      return <SeeOfficerScreen answer={answer} print={view} {...slipActions} />;
    }
    case "ELIGIBLE":
      return (
        <EligibleScreen
          answer={answer}
          print={paper?.view ?? "rescan"}
          reprintLeft={paper?.reprintLeft ?? false}
          onReprint={reprint}
          {...slipActions}
        />
      );
    case "ALREADY_RECEIVED":
      return <AlreadyReceivedScreen answer={answer} onDone={onDone} />;
  }
}
