"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { supportCode } from "@/components/ui/support-code";
import { ScreenShell } from "./screen-shell";
import { TroubleSign, useOfficerStep } from "./server-trouble-screens";
import { StepsCard } from "./steps-card";

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

/** Too many scans in a short time, or a busy moment: wait a little, or ask a person, who is told a fault's code. */
export function TooManyScreen({
  reason,
  requestId,
  onDone,
}: {
  reason: "TOO_MANY" | "BUSY";
  requestId?: string | undefined;
  onDone: () => void;
}) {
  const t = useTranslations("kiosk.tooMany");
  const words = useTranslations("kiosk.trouble");
  const step = useOfficerStep();
  const code = requestId === undefined ? "" : ` ${words("code", { code: supportCode(requestId) })}`;
  const officer = { ...step, text: step.text + code };
  return (
    <ScreenShell
      name="too-many"
      title={t("title")}
      lead={t(reason === "BUSY" ? "busy" : "lead")}
      rest={<StepsCard steps={[{ title: t("wait.title"), text: t("wait.text") }, officer]} />}
      status={t("title")}
      actions={
        <Button size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      }
    />
  );
}
