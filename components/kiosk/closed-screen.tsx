"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { StepsCard } from "./steps-card";
import { useWording } from "./use-wording";

export type ClosedScreenProps = {
  /** Next opening, epoch ms, or null when the office has not set it. */
  opensAt: number | null;
  onInfo: () => void;
  /** Only when the screen answers a scan; at rest there is nothing to finish. */
  onDone?: () => void;
};

/** Outside the service hours: when it opens again, and what to do until then. */
export function ClosedScreen({ opensAt, onInfo, onDone }: ClosedScreenProps) {
  const t = useTranslations("kiosk.closed");
  const { office } = useFrame();
  const { clock, day } = useWording();
  return (
    <ScreenShell
      name="closed"
      title={t("title")}
      lead={opensAt === null ? t("unknown") : t("lead", { day: day(opensAt), time: clock(opensAt) })}
      hero={
        opensAt === null ? undefined : (
          <Card className="px-11 py-10 text-center">
            <p className="text-lead text-soft">{t("opens")}</p>
            <p className="mt-3 text-[calc(1.35*var(--text-number))] leading-none font-number tracking-[-0.045em]">
              {clock(opensAt)}
            </p>
            <p className="mt-4 text-lead font-strong">
              {day(opensAt)} <span className="text-soft">{office.zoneLabel}</span>
            </p>
          </Card>
        )
      }
      rest={
        <StepsCard
          steps={[
            { title: t("tomorrow.title"), text: t("tomorrow.text") },
            { title: t("urgent.title"), text: office.room.afterHours },
          ]}
        />
      }
      status={t("title")}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={onInfo}>
            {t("info")}
          </Button>
          {onDone !== undefined && (
            <Button size="kiosk" onClick={onDone}>
              {t("done")}
            </Button>
          )}
        </>
      }
    />
  );
}
