"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Logo } from "@/components/ui/logo";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { useWording } from "./use-wording";

const CONDITIONS = ["type", "wait", "channel", "kind", "outage", "review", "room"] as const;
const NOTICE = ["purpose", "kept", "rights"] as const;
type Page = "conditions" | "data";

/**
 * The conditions of part F in general form, for everyone alike, and what becomes of personal data (UU 27/2022): two
 * pages, so that both can be read from a chair.
 */
export function InfoScreen({ onDone }: { onDone: () => void }) {
  const t = useTranslations("kiosk.info");
  const [page, setPage] = useState<Page>("conditions");
  const { office } = useFrame();
  const { wait } = useWording();
  const values = { promise: wait(office.thresholdMs), room: office.room.name };
  const other = page === "conditions" ? "data" : "conditions";
  const title = page === "conditions" ? t("title") : t("dataTitle");
  return (
    <ScreenShell
      key={page}
      name="info"
      title={title}
      lead={page === "conditions" ? t("lead", values) : undefined}
      hero={page === "conditions" ? <Conditions values={values} /> : <Data />}
      rest={
        page === "conditions" ? (
          <p className="text-small text-soft">{t("basis", { legalBasis: office.legalBasis })}</p>
        ) : undefined
      }
      status={title}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={() => setPage(other)}>
            {other === "data" ? t("dataTitle") : t("toConditions")}
          </Button>
          <Button size="kiosk" onClick={onDone}>
            {t("done")}
          </Button>
        </>
      }
    />
  );
}

function Conditions({ values }: { values: { promise: string; room: string } }) {
  const t = useTranslations("kiosk.info");
  return (
    <Card className="px-11 py-9">
      <h2 className="text-[1.15em]">{t("conditionsTitle")}</h2>
      <ul className="mt-5 flex flex-col gap-4">
        {CONDITIONS.map((condition) => (
          <li key={condition} className="flex gap-5 leading-snug">
            <Logo plain className="mt-[.22em] size-[.8em] shrink-0" />
            <span>{t(`conditions.${condition}`, values)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Data() {
  const t = useTranslations("kiosk.info");
  return (
    <Card className="flex flex-col gap-6 px-11 py-9">
      {NOTICE.map((part) => (
        <p key={part} className="leading-snug">
          {t(`data.${part}`)}
        </p>
      ))}
    </Card>
  );
}
