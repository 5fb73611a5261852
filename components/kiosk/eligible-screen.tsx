"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { VoucherNumber } from "@/components/ui/voucher-number";
import { Awaits } from "./awaits";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { SlipLine } from "./slip-line";
import { TicketLine } from "./ticket-card";
import { asksForSlip, hasNoSlip, type AnswerOf, type PrintView } from "./types";
import { useWording } from "./use-wording";
import { WayCard } from "./way-card";

export type EligibleScreenProps = {
  answer: AnswerOf<"ELIGIBLE">;
  print: PrintView;
  /** True while the one unaided reprint may still be taken; offered on `rescan` and where no slip came. */
  reprintLeft: boolean;
  onCameOut: () => void;
  onDidNotCome: () => void;
  onReprint: () => void;
  onDone: () => void;
};

/** The apology: the number, then the slip, then the way. The number stays whatever the printer does. */
export function EligibleScreen(props: EligibleScreenProps) {
  const { answer, print } = props;
  const t = useTranslations("kiosk.eligible");
  const { office } = useFrame();
  const { minutes, wait } = useWording();
  const number = answer.slip.number;
  const way = useTranslations("kiosk.way");
  const room = answer.room === "OPEN" ? office.room.name : way("anOfficer");
  return (
    <ScreenShell
      name="eligible"
      title={t("title")}
      lead={t.rich("lead", {
        waited: minutes(answer.waitedMinutes),
        promise: wait(office.thresholdMs),
        strong: (chunks) => <strong className="whitespace-nowrap text-gold">{chunks}</strong>,
      })}
      heroSize="fill"
      wide="number"
      hero={
        <Card className="flex min-h-0 flex-1 flex-col px-8 py-7 text-center" data-print={print} data-fit-box>
          <p className="optional-gone:hidden">{t("yourNumber")}</p>
          <div className="number-box">
            <VoucherNumber number={number} />
          </div>
          <TicketLine ticket={answer.ticket} className="text-soft" />
        </Card>
      }
      rest={
        <>
          <SlipLine
            title={t(`print.${print}.title`)}
            text={t(`print.${print}.text`, { room })}
            mark={number}
            moving={print === "printing"}
            paper={!hasNoSlip(print)}
          />
          <WayCard room={answer.room}>
            <Awaits brief title={t("awaits")} />
          </WayCard>
        </>
      }
      status={`${t("spoken", { number: spell(number) })} ${t(`print.${print}.title`)}`}
      actions={<EligibleActions {...props} />}
    />
  );
}

function EligibleActions(props: EligibleScreenProps) {
  const t = useTranslations("kiosk.eligible");
  if (asksForSlip(props.print)) {
    return (
      <>
        <Button tone="secondary" size="kiosk" onClick={props.onDidNotCome}>
          {t("no")}
        </Button>
        <Button size="kiosk" onClick={props.onCameOut}>
          {t(props.print === "askWhole" ? "yesWhole" : "yes")}
        </Button>
      </>
    );
  }
  const again = props.reprintLeft && (props.print === "rescan" || hasNoSlip(props.print));
  return (
    <>
      {again && (
        <Button tone="secondary" size="kiosk" onClick={props.onReprint}>
          {t("reprint")}
        </Button>
      )}
      <Button size="kiosk" onClick={props.onDone}>
        {t("done")}
      </Button>
    </>
  );
}

/** "K 0 0 3": spoken digit by digit, as it will be called. */
function spell(number: string): string {
  return [...number.replace(/-/g, "")].join(" ");
}
