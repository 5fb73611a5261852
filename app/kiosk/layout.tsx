import { createTranslator } from "next-intl";
import type { ReactNode } from "react";
import { catalogue, locales } from "@/lib/platform/messages";
import { CrashTextsProvider } from "./crash-texts";

/** Around every page of the kiosk: what error.tsx says, which must not have to ask the server for its words. */
export default function KioskLayout({ children }: { readonly children: ReactNode }) {
  const texts = locales().map((locale) => {
    const t = createTranslator({ locale, messages: catalogue(locale), namespace: "kiosk.crashed" });
    const text = (key: string) => t(key);
    return {
      locale,
      title: text("title"),
      lead: text("lead"),
      now: text("now"),
      officer: text("officer"),
      trying: text("trying"),
    };
  });
  return <CrashTextsProvider texts={texts}>{children}</CrashTextsProvider>;
}
