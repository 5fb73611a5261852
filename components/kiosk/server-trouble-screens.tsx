"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DisturbanceIcon } from "@/components/ui/icons";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { Sign } from "./sign";
import { StepsCard } from "./steps-card";

function TroubleSign({ children }: { children: string }) {
  return (
    <div className="mb-7">
      <Sign tone="amber" icon={<DisturbanceIcon className="h-[1.1em] w-auto" />}>
        {children}
      </Sign>
    </div>
  );
}

function useOfficerStep() {
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

/** The server answers but cannot store, so it gives no answer: a voucher must not be lost once it was shown. */
export function StorageScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.storage");
  return (
    <ScreenShell
      name="storage"
      tag={<TroubleSign>{t("sign")}</TroubleSign>}
      title={t("title")}
      lead={t("lead")}
      rest={
        <StepsCard
          steps={[
            { title: t("wait.title"), text: t("wait.text") },
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
