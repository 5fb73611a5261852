"use client";

import { KeypadScreen } from "@/components/kiosk/keypad-screen";
import { useKeypad } from "./use-keypad";

/** The keypad with its digits, which are gone with it. */
export function KeypadView(props: {
  readonly onSubmit: (digits: string) => void;
  readonly onCancel: () => void;
}) {
  const keypad = useKeypad(props.onSubmit);
  return (
    <KeypadScreen {...keypad} onSubmit={() => props.onSubmit(keypad.digits)} onCancel={props.onCancel} />
  );
}
