"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ScreenShell } from "./screen-shell";
import { SlipLine } from "./slip-line";
import { StepsCard } from "./steps-card";
import { useFrame } from "./frame-context";
import { asksForSlip, hasNoSlip, type AnswerOf, type PrintView } from "./types";
import { WayCard } from "./way-card";

export type SeeOfficerScreenProps = {
  answer: AnswerOf<"SEE_OFFICER">;
  print: Exclude<PrintView, "rescan">;
  onCameOut: () => void;
  onDidNotCome: () => void;
  onDone: () => void;
};

/**
 * One screen for every cause: on paper like all the others, with no wait time and nothing of the ticket. The answer
 * could carry none of it; this screen asks for none.
 */
export function SeeOfficerScreen({ answer, print, ...on }: SeeOfficerScreenProps) {
  const t = useTranslations("kiosk.seeOfficer");
  const { office } = useFrame();
  const way = useTranslations("kiosk.way");
  const room = answer.room === "OPEN" ? office.room.name : way("anOfficer");
  return (
    <ScreenShell
      name="see-officer"
      title={t("title")}
      lead={t("lead", { room })}
      heroSize="fill"
      hero={<WayCard large room={answer.room} />}
      rest={
        <>
          <StepsCard
            steps={[
              { title: t("bring.title"), text: t("bring.text") },
              { title: t("queue.title"), text: t("queue.text"), optional: true },
            ]}
          />
          <SlipLine
            title={t(`print.${print}.title`)}
            text={t(`print.${print}.text`, { room })}
            moving={print === "printing"}
            paper={!hasNoSlip(print)}
          />
        </>
      }
      status={`${t("spoken")} ${t(`print.${print}.title`)}`}
      actions={
        asksForSlip(print) ? (
          <>
            <Button tone="secondary" size="kiosk" onClick={on.onDidNotCome}>
              {t("no")}
            </Button>
            <Button size="kiosk" onClick={on.onCameOut}>
              {t(print === "askWhole" ? "yesWhole" : "yes")}
            </Button>
          </>
        ) : (
          <Button size="kiosk" onClick={on.onDone}>
            {t("done")}
          </Button>
        )
      }
    />
  );
}
