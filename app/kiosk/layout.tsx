import type { ReactNode } from "react";
import { awayTexts } from "./away-texts";
import { CrashTextsProvider } from "./crash-texts";

/** Around every page of the kiosk: what error.tsx says, which must not have to ask the server for its words. */
export default function KioskLayout({ children }: { readonly children: ReactNode }) {
  return <CrashTextsProvider texts={awayTexts("crashed")}>{children}</CrashTextsProvider>;
}
