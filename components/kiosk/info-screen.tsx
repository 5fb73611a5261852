"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Logo } from "@/components/ui/logo";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { useWording } from "./use-wording";

const CONDITIONS = ["type", "wait", "channel", "kind", "outage", "review", "room"] as const;
const NOTICE = ["purpose", "kept", "rights"] as const;

/** The conditions of part F in general form, for everyone alike, and what becomes of personal data (UU 27/2022). */
export function InfoScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.info");
  const { office } = useFrame();
  const { wait } = useWording();
  const values = { promise: wait(office.thresholdMs), room: office.room.name };
  return (
    <ScreenShell
      name="info"
      title={t("title")}
      lead={<span className="optional-gone:hidden">{t("lead", values)}</span>}
      hero={
        <Card className="px-11 py-8">
          <h2 className="text-[1.15em]">{t("conditionsTitle")}</h2>
          <ul className="mt-4 flex flex-col gap-2.5 text-[.92em]">
            {CONDITIONS.map((condition) => (
              <li key={condition} className="flex gap-4 leading-snug">
                <Logo plain className="mt-[.22em] size-[.8em] shrink-0" />
                <span>{t(`conditions.${condition}`, values)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-5 border-t-2 border-line pt-4 text-small text-soft">
            {t("basis", { legalBasis: office.legalBasis })}
          </p>
        </Card>
      }
      rest={
        <Card tone="outline" className="px-11 py-7 text-small">
          <h2 className="text-[1.15em]">{t("dataTitle")}</h2>
          {NOTICE.map((part) => (
            <p key={part} className="mt-2.5 leading-snug text-soft">
              {t(`data.${part}`)}
            </p>
          ))}
        </Card>
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
