"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { Ring } from "@/components/ui/ring";

export type IdleDialogProps = {
  /** Whole seconds until everything is forgotten, at most 20. */
  secondsLeft: number;
  onStay: () => void;
  onDone: () => void;
};

/** The warning before the screen forgets: one petal a second, and one large way to stay. */
export function IdleDialog({ secondsLeft, onStay, onDone }: IdleDialogProps) {
  const t = useTranslations("kiosk.idle");
  return (
    <Modal name="idle" labelledBy="idle-title" describedBy="idle-text" onEscape={onStay}>
      <div className="flex min-h-0 flex-col items-center text-center">
        <div className="idle-ring">
          <Ring petals={20} filled={secondsLeft} className="size-full" />
          <p role="timer" aria-live="off" className="ring-middle">
            <strong className="text-[28cqw] leading-none font-number tracking-[-0.04em] tabular-nums">
              {secondsLeft}
            </strong>
            <span className="text-[max(24px,6.5cqw)] text-soft">{t("seconds", { count: secondsLeft })}</span>
          </p>
        </div>
        <h2 id="idle-title" className="mt-8 text-[calc(1.5*var(--text-title))]">
          {t("title")}
        </h2>
        <p id="idle-text" className="mt-4 text-lead text-soft">
          {t("text")}
        </p>
      </div>
      <div className="mt-10 flex flex-col gap-4 wide:flex-row-reverse wide:*:flex-1">
        <Button size="kiosk" onClick={onStay}>
          {t("stay")}
        </Button>
        <Button tone="secondary" size="kiosk" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </Modal>
  );
}
