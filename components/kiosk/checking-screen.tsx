"use client";

import { useTranslations } from "next-intl";
import { Logo } from "@/components/ui/logo";
import { ScreenShell } from "./screen-shell";

/** Between the scan and its answer; it lasts a moment, and says so when it lasts longer. */
export function CheckingScreen({ slow = false }: { slow?: boolean }) {
  const t = useTranslations("kiosk.checking");
  return (
    <ScreenShell
      name="checking"
      title={t("title")}
      lead={slow ? t("slow") : t("lead")}
      heroSize="fill"
      hero={
        <div className="ring-box">
          <Logo className="size-[min(52cqw,72cqh)] animate-breath" />
        </div>
      }
      status={slow ? t("slow") : t("title")}
    />
  );
}
