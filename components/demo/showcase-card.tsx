"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { grouped } from "./grouped";
import { QrPicture } from "./qr-picture";
import type { ShowcaseCode } from "./types";
import type { RemoteState } from "./use-scanner-remote";

/** One thing to try: what it is, what the kiosk will answer, its code, and the button that scans it. */
export function ShowcaseCard({
  code,
  remote,
  onScan,
  onEnlarge,
}: {
  code: ShowcaseCode;
  /** What became of the last scan of this card. */
  remote: RemoteState | null;
  onScan: () => void;
  onEnlarge: () => void;
}) {
  const t = useTranslations("demo");
  const name = t(`case.${code.id}.name`);
  const busy = remote === "preparing" || remote === "sending" || remote === "opening";
  return (
    <Card
      data-case={code.id}
      data-outcome={code.outcome}
      tone={code.qr === null ? "outline" : "card"}
      className="row-span-4 grid grid-rows-subgrid gap-5 p-5"
    >
      <div className="flex flex-col gap-2 px-1">
        <h3 className="text-lead">{name}</h3>
        <p className="text-ink-soft">{t(`case.${code.id}.note`)}</p>
      </div>
      {code.qr === null ? (
        <p className="grid min-h-24 place-items-center rounded-field bg-paper-deep text-ink-soft">
          {t("card.later")}
        </p>
      ) : (
        <button
          type="button"
          onClick={onEnlarge}
          aria-label={t("card.enlarge", { name })}
          className="w-full max-w-60 self-start justify-self-center overflow-hidden rounded-field bg-white shadow-[inset_0_0_0_2px_var(--color-line)] transition-transform duration-(--move-fast) active:scale-[.985]"
        >
          <QrPicture qr={code.qr} className="aspect-square w-full" />
        </button>
      )}
      <dl className="flex flex-col gap-2 px-1">
        <Fact label={t("card.answer")}>{t(`outcome.${code.outcome}`)}</Fact>
        {code.bookingCode !== null && (
          <Fact label={t("card.number")}>
            <span className="text-small whitespace-nowrap tabular-nums" data-booking-code>
              {grouped(code.bookingCode)}
            </span>
          </Fact>
        )}
      </dl>
      {code.qr !== null && (
        <div className="flex flex-col gap-2">
          <Button
            tone="secondary"
            onClick={onScan}
            aria-busy={busy}
            aria-disabled={busy}
            aria-label={t("card.scanLabel", { name })}
            data-scan
          >
            {remote !== null && busy ? t(`remote.${remote}`) : t("card.scan")}
          </Button>
          <p
            role="status"
            data-remote={busy ? undefined : (remote ?? undefined)}
            className={`text-small empty:hidden ${remote === "sent" ? "text-green" : "text-amber"}`}
          >
            {remote !== null && !busy && t(`remote.${remote}`)}
          </p>
        </div>
      )}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-soft">{label}</dt>
      <dd className="font-strong">{children}</dd>
    </div>
  );
}
