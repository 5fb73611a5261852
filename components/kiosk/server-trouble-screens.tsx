"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DisturbanceIcon } from "@/components/ui/icons";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { Sign } from "./sign";
import { StepsCard } from "./steps-card";

export function TroubleSign({ children }: { children: string }) {
  return (
    <div className="mb-7">
      <Sign tone="amber" icon={<DisturbanceIcon className="h-[1.1em] w-auto" />}>
        {children}
      </Sign>
    </div>
  );
}

/** The last step of every trouble: a person, and where. */
export function useOfficerStep() {
  const t = useTranslations("kiosk.trouble.officer");
  const { office } = useFrame();
  return { title: t("title"), text: t("text", { room: office.room.name }) };
}

/** The screen at rest while the server is away: nobody is invited to scan for nothing. */
export function RestAwayScreen() {
  const t = useTranslations("kiosk.rest");
  return (
    <ScreenShell
      name="rest-away"
      tag={<TroubleSign>{t("sign")}</TroubleSign>}
      title={t("title")}
      lead={t("lead")}
      rest={<StepsCard steps={[{ title: t("now.title"), text: t("now.text") }, useOfficerStep()]} />}
      status={t("title")}
    />
  );
}

/** The server does not answer. The kiosk keeps asking by itself and shows no old answer meanwhile. */
export function LostServerScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.lost");
  return (
    <ScreenShell
      name="lost-server"
      tag={<TroubleSign>{t("sign")}</TroubleSign>}
      title={t("title")}
      lead={t("lead")}
      rest={
        <StepsCard
          steps={[
            { title: t("trying.title"), text: t("trying.text") },
            { title: t("safe.title"), text: t("safe.text") },
            useOfficerStep(),
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
