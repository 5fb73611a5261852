"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DisturbanceIcon } from "@/components/ui/icons";
import { supportCode } from "@/components/ui/support-code";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { Sign } from "./sign";
import { StepsCard } from "./steps-card";

function useOfficerStep() {
  const t = useTranslations("kiosk.trouble");
  const { office } = useFrame();
  return { title: t("officer.title"), text: t("officer.text", { room: office.room.name }) };
}

/** The server does not answer. The kiosk keeps asking by itself and shows no old answer meanwhile. */
export function LostServerScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.lost");
  const officer = useOfficerStep();
  return (
    <ScreenShell
      name="lost-server"
      tag={
        <div className="mb-7">
          <Sign tone="amber" icon={<DisturbanceIcon className="h-[1.1em] w-auto" />}>
            {t("sign")}
          </Sign>
        </div>
      }
      title={t("title")}
      lead={t("lead")}
      rest={
        <StepsCard
          steps={[
            { title: t("trying.title"), text: t("trying.text") },
            { title: t("safe.title"), text: t("safe.text") },
            officer,
          ]}
        />
      }
      status={t("title")}
      actions={
        <Button size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      }
    />
  );
}

/** Too many scans in a short time, or a busy moment: wait a little, or ask a person, who is told a fault's code. */
export function TooManyScreen({
  reason,
  requestId,
  onDone,
}: {
  reason: "TOO_MANY" | "BUSY";
  requestId?: string | undefined;
  onDone: () => void;
}) {
  const t = useTranslations("kiosk.tooMany");
  const words = useTranslations("kiosk.trouble");
  const step = useOfficerStep();
  const code = requestId === undefined ? "" : ` ${words("code", { code: supportCode(requestId) })}`;
  const officer = { ...step, text: step.text + code };
  return (
    <ScreenShell
      name="too-many"
      title={t("title")}
      lead={t(reason === "BUSY" ? "busy" : "lead")}
      rest={<StepsCard steps={[{ title: t("wait.title"), text: t("wait.text") }, officer]} />}
      status={t("title")}
      actions={
        <Button size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      }
    />
  );
}

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

/** A newer build waits on the server; the page reloads by itself. */
export function StaleScreen() {
  const t = useTranslations("kiosk.stale");
  return (
    <ScreenShell
      name="stale"
      title={t("title")}
      lead={t("lead")}
      rest={<StepsCard steps={[useOfficerStep()]} />}
      status={t("title")}
    />
  );
}
