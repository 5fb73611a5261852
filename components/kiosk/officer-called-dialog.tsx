"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PersonIcon } from "@/components/ui/icons";
import { Modal } from "@/components/ui/modal";
import { useFrame } from "./frame-context";

/** `UNREACHABLE`: the call could not be passed on, so the dialog says where to find a person instead. */
export type OfficerCall = "CALLING" | "CALLED" | "UNREACHABLE";

export type OfficerCalledDialogProps = { state: OfficerCall; onClose: () => void; onCancelCall: () => void };

/** A person is on the way: calm, with a way to take the call back. */
export function OfficerCalledDialog({ state, onClose, onCancelCall }: OfficerCalledDialogProps) {
  const t = useTranslations("kiosk.officer");
  const { office } = useFrame();
  return (
    <Modal
      name="officer-called"
      labelledBy="officer-called-title"
      describedBy="officer-called-text"
      onEscape={onClose}
    >
      <div
        className="flex flex-col items-center text-center"
        role="status"
        aria-live="polite"
        data-call={state}
      >
        <span className="flex size-40 items-center justify-center rounded-round bg-gold-wash">
          <PersonIcon className="h-20 w-auto" />
        </span>
        <h2 id="officer-called-title" className="mt-8 text-[calc(1.35*var(--text-title))]">
          {t(`${state}.title`)}
        </h2>
        <p id="officer-called-text" className="mt-4 text-lead text-soft">
          {t(`${state}.text`, { room: office.room.name })}
        </p>
      </div>
      <div className="mt-10 flex flex-col gap-4 wide:flex-row-reverse wide:*:flex-1">
        <Button size="kiosk" onClick={onClose}>
          {t("close")}
        </Button>
        {state !== "UNREACHABLE" && (
          <Button tone="secondary" size="kiosk" onClick={onCancelCall}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </Modal>
  );
}
