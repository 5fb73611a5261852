"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Logo } from "@/components/ui/logo";
import { CodePictures } from "./code-pictures";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";

export type CodeScreenProps = { onKeypad: () => void; onDone: () => void };

/** The code was read, and no ticket belongs to it. */
export function UnknownScreen(props: CodeScreenProps) {
  return <CodeScreen kind="unknown" {...props} />;
}

/** The code could not be read, or holds more than one number: never guessed, always asked again. */
export function UnreadableScreen({
  reason,
  ...on
}: CodeScreenProps & { reason: "UNREADABLE" | "AMBIGUOUS" }) {
  return <CodeScreen kind={reason === "AMBIGUOUS" ? "ambiguous" : "unreadable"} {...on} />;
}

function CodeScreen({
  kind,
  onKeypad,
  onDone,
}: CodeScreenProps & { kind: "unknown" | "unreadable" | "ambiguous" }) {
  const t = useTranslations("kiosk.codes");
  const { office } = useFrame();
  return (
    <ScreenShell
      name={kind}
      title={t(`${kind}.title`)}
      lead={t(`${kind}.lead`)}
      heroSize="fill"
      hero={<CodePictures />}
      rest={
        <>
          <Card tone="gold" className="flex items-center gap-7 px-10 py-7">
            <Logo plain className="size-18 shrink-0" />
            <div>
              <h2 className="text-[1.25em] leading-tight">{t("ready")}</h2>
              <p className="mt-2">{t(`${kind}.again`)}</p>
            </div>
          </Card>
          <p className="text-soft optional-gone:hidden">{t("help", { room: office.room.name })}</p>
        </>
      }
      status={`${t(`${kind}.title`)} ${t("ready")}`}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={onDone}>
            {t("done")}
          </Button>
          <Button size="kiosk" onClick={onKeypad}>
            {t("keypad")}
          </Button>
        </>
      }
    />
  );
}
