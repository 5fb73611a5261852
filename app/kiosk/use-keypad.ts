"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { BOOKING_DIGITS } from "@/components/kiosk/keypad-screen";

const onlyDigits = (text: string) => text.replace(/\D/g, "").slice(0, BOOKING_DIGITS);

/** The keypad's digits from touch, hardware keys and paste. Whoever calls this holds them; nothing outlives it. */
export function useKeypad(onSubmit: (digits: string) => void) {
  const [digits, setDigits] = useState("");
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) setDigits((before) => onlyDigits(before + event.key));
    else if (event.key === "Backspace") setDigits((before) => before.slice(0, -1));
    else if (event.key === "Enter" && digits.length === BOOKING_DIGITS && event.target === document.body)
      onSubmit(digits);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => pressed(event);
    const onPaste = (event: ClipboardEvent) =>
      setDigits(onlyDigits(event.clipboardData?.getData("text") ?? ""));
    document.addEventListener("keydown", onKey);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("paste", onPaste);
    };
  }, []);
  return {
    digits,
    onDigit: (digit: string) => setDigits((before) => onlyDigits(before + digit)),
    onBackspace: () => setDigits((before) => before.slice(0, -1)),
    onClear: () => setDigits(""),
  };
}
