"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { AwayText } from "@/components/kiosk/away-page";

const CrashTexts = createContext<readonly AwayText[]>([]);

/** Holds, outside of what may crash, what the kiosk then says: in every language, since nobody can be asked for one. */
export function CrashTextsProvider(props: {
  readonly texts: readonly AwayText[];
  readonly children: ReactNode;
}) {
  return <CrashTexts value={props.texts}>{props.children}</CrashTexts>;
}

export const useCrashTexts = (): readonly AwayText[] => useContext(CrashTexts);
