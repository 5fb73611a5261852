"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckIcon } from "@/components/ui/icons";
import { Ring } from "@/components/ui/ring";
import { VoucherNumber } from "@/components/ui/voucher-number";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { Sign } from "./sign";
import { StepsCard } from "./steps-card";
import { TicketCard } from "./ticket-card";
import type { AnswerOf } from "./types";
import { useWording } from "./use-wording";

function Done({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.answer");
  return (
    <Button size="kiosk" onClick={onDone}>
      {t("done")}
    </Button>
  );
}

/** Where a person asks on: the complaint room while it is open, else what the office says for after hours. */
function useHelp(room: "OPEN" | "CLOSED") {
  const t = useTranslations("kiosk.answer");
  const { office } = useFrame();
  const text = room === "OPEN" ? t("help.text", { room: office.room.name }) : office.room.afterHours;
  return { title: t("help.title"), text };
}

/** The booking is for another day: the letter says which, the kiosk does not. */
export function OtherDayScreen({ answer, onDone }: { answer: AnswerOf<"OTHER_DAY">; onDone: () => void }) {
  const t = useTranslations("kiosk.otherDay");
  const help = useHelp(answer.room);
  return (
    <ScreenShell
      name="other-day"
      title={t("title")}
      lead={t("lead")}
      rest={
        <StepsCard
          steps={[
            { title: t("letter.title"), text: t("letter.text") },
            { title: t("day.title"), text: t("day.text") },
            help,
          ]}
        />
      }
      status={t("title")}
      actions={<Done onDone={onDone} />}
    />
  );
}

/** Arrived, but the clock of the promise has not begun. */
export function NoTicketScreen({
  answer,
  onDone,
}: {
  answer: AnswerOf<"NO_BIOMETRIC_TICKET">;
  onDone: () => void;
}) {
  const t = useTranslations("kiosk.noTicket");
  const help = useHelp(answer.room);
  return (
    <ScreenShell
      name="no-ticket"
      title={t("title")}
      lead={t("lead")}
      rest={
        <>
          <TicketCard ticket={answer.ticket} />
          <StepsCard
            steps={[
              { title: t("wait.title"), text: t("wait.text") },
              { title: t("scan.title"), text: t("scan.text") },
              { ...help, optional: true },
            ]}
          />
        </>
      }
      status={t("title")}
      actions={<Done onDone={onDone} />}
    />
  );
}

/** Served within the promise: how long it took, and where to ask on. */
export function ServedInTimeScreen({
  answer,
  onDone,
}: {
  answer: AnswerOf<"SERVED_IN_TIME">;
  onDone: () => void;
}) {
  const t = useTranslations("kiosk.served");
  const { office } = useFrame();
  const { wait } = useWording();
  const waited = wait(answer.waitedMs);
  return (
    <ScreenShell
      name="served-in-time"
      title={t("title")}
      lead={t("lead", { promise: wait(office.thresholdMs) })}
      heroSize="fill"
      hero={
        <div className="ring-box">
          <div className="promise-ring">
            <Ring
              filled={Math.round((answer.waitedMs / office.thresholdMs) * 24)}
              className="size-full animate-bloom"
            />
            <div className="ring-middle">
              <p className="ring-words text-soft">{t("waited")}</p>
              <p className="my-[.2em] max-w-[46cqw] text-[11cqw] leading-[1.02] text-balance font-number tracking-[-0.03em]">
                {waited}
              </p>
              <Sign tone="green" icon={<CheckIcon className="h-[1.1em] w-auto" />}>
                {t("sign")}
              </Sign>
            </div>
          </div>
        </div>
      }
      rest={
        <>
          <TicketCard ticket={answer.ticket} />
          <div className="optional-gone:hidden">
            <StepsCard steps={[useHelp(answer.room)]} />
          </div>
        </>
      }
      status={`${t("title")} ${t("waited")} ${waited}`}
      actions={<Done onDone={onDone} />}
    />
  );
}

/** Every step of today's compensation is recorded: said calmly, with a way to ask on. */
export function AlreadyReceivedScreen({
  answer,
  onDone,
}: {
  answer: AnswerOf<"ALREADY_RECEIVED">;
  onDone: () => void;
}) {
  const t = useTranslations("kiosk.received");
  const help = useHelp(answer.room);
  const promised = answer.souvenirPromised;
  const title = t(promised ? "titlePromised" : "title");
  return (
    <ScreenShell
      name="already-received"
      title={title}
      lead={t(promised ? "leadPromised" : "lead")}
      hero={
        <Card className="flex flex-col items-center gap-6 px-8 py-10 text-center">
          <p>{t("number")}</p>
          <VoucherNumber number={answer.number} className="my-4 text-(length:--text-number)" />
          <Sign tone="green" icon={<CheckIcon className="h-[1.1em] w-auto" />}>
            {t(promised ? "signPromised" : "sign")}
          </Sign>
        </Card>
      }
      rest={
        <>
          <TicketCard ticket={answer.ticket} />
          <div className="optional-gone:hidden">
            <StepsCard steps={[help]} />
          </div>
        </>
      }
      status={title}
      actions={<Done onDone={onDone} />}
    />
  );
}
