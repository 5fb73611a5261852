"use client";

import { createContext, useContext } from "react";
import type { KioskOffice } from "@/lib/vouchers/types";
import type { LocaleChoice } from "./types";

/** What every screen finds in its frame: the office, the controls' state, and the way to an officer. */
export type FrameState = {
  office: KioskOffice;
  locale: string;
  locales: readonly LocaleChoice[];
  onLocale: (code: string) => void;
  largeText: boolean;
  onLargeText: (on: boolean) => void;
  lowButtons: boolean;
  onLowButtons: (on: boolean) => void;
  muted: boolean;
  onMuted: (on: boolean) => void;
  onCallOfficer: () => void;
};

const FrameContext = createContext<FrameState | null>(null);
export const FrameProvider = FrameContext.Provider;

/** Throws outside a KioskFrame: a screen without its frame would have no way to an officer. */
export function useFrame(): FrameState {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error("A kiosk screen must be inside a KioskFrame");
  return frame;
}
