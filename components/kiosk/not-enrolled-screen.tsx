"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { ScreenShell } from "./screen-shell";

/** A device nobody has enrolled yet. `children` is the officer's form for the code. */
export function NotEnrolledScreen({ children }: { children: ReactNode }) {
  const t = useTranslations("kiosk.notEnrolled");
  return (
    <ScreenShell
      name="not-enrolled"
      title={t("title")}
      lead={t("lead")}
      rest={
        <Card className="px-11 py-9">
          <h2 className="text-title">{t("officer")}</h2>
          <p className="mt-2 mb-6 text-soft">{t("where")}</p>
          {children}
        </Card>
      }
      status={t("title")}
    />
  );
}
