"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DisturbanceIcon } from "@/components/ui/icons";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { Sign } from "./sign";
import { StepsCard } from "./steps-card";
import { TicketCard } from "./ticket-card";
import type { AnswerOf } from "./types";
import { useWording } from "./use-wording";

/** A declared disturbance falls into the promise: said plainly, with the person's own place safe. */
export function OutageScreen({ answer, onDone }: { answer: AnswerOf<"OUTAGE">; onDone: () => void }) {
  const t = useTranslations("kiosk.outage");
  const { office } = useFrame();
  const { wait } = useWording();
  const room = answer.room === "OPEN" ? t("leave.text", { room: office.room.name }) : office.room.afterHours;
  return (
    <ScreenShell
      name="outage"
      tag={
        <div className="mb-7">
          <Sign tone="amber" icon={<DisturbanceIcon className="h-[1.1em] w-auto" />}>
            {t("sign")}
          </Sign>
        </div>
      }
      title={t("title")}
      lead={t.rich("lead", {
        waited: wait(answer.waitedMs),
        promise: wait(office.thresholdMs),
        strong: (chunks) => <strong className="whitespace-nowrap">{chunks}</strong>,
      })}
      hero={
        <StepsCard
          steps={[
            { title: t("stay.title"), text: t("stay.text") },
            { title: t("leave.title"), text: room },
            { title: t("news.title"), text: t("news.text"), optional: true },
          ]}
        />
      }
      rest={<TicketCard ticket={answer.ticket} />}
      status={t("title")}
      actions={
        <Button size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      }
    />
  );
}
