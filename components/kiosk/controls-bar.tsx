"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LargerTextIcon, LowButtonsIcon, PersonIcon, SoundIcon } from "@/components/ui/icons";
import { Button } from "@/components/ui/button";
import { useFrame } from "./frame-context";

const SHAPE =
  "min-h-(--touch) rounded-control shadow-[inset_0_0_0_2px_var(--color-line-strong)] text-(length:--text-control) " +
  "font-strong whitespace-nowrap navy:shadow-[inset_0_0_0_2px_var(--color-on-navy-soft)]";
const PLAIN = "bg-card navy:bg-transparent";
const CHOSEN = "bg-ink text-on-navy navy:bg-on-navy navy:text-ink";

/** Language, larger text, low buttons, sound: the same four on every screen, each one tap. */
export function ControlsBar() {
  const t = useTranslations("kiosk.controls");
  const frame = useFrame();
  const crowded = frame.locales.length > 2;
  const icon = `h-8 w-auto large:tall:hidden ${crowded ? "tall:hidden" : ""}`;
  return (
    <div
      className="flex flex-[1_1_auto] flex-wrap gap-[max(8px,12*var(--u))]"
      role="group"
      aria-label={t("label")}
    >
      <div
        className={`flex flex-auto gap-[max(8px,8*var(--u))] ${SHAPE} ${PLAIN}`}
        role="group"
        aria-label={t("language")}
      >
        {frame.locales.map(({ code, label }) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === frame.locale}
            onClick={() => frame.onLocale(code)}
            className={`flex-auto rounded-control px-5 ${code === frame.locale ? CHOSEN : ""}`}
          >
            {label}
          </button>
        ))}
      </div>
      <Toggle on={frame.largeText} onToggle={frame.onLargeText}>
        <LargerTextIcon className={icon} />
        {t("largeText")}
      </Toggle>
      <Toggle on={frame.lowButtons} onToggle={frame.onLowButtons}>
        <LowButtonsIcon className={icon} />
        {t("lowButtons")}
      </Toggle>
      <Toggle on={frame.muted} onToggle={frame.onMuted} label={t("mute")}>
        <SoundIcon muted={frame.muted} className="h-8 w-auto" />
      </Toggle>
    </div>
  );
}

function Toggle(props: {
  on: boolean;
  onToggle: (on: boolean) => void;
  label?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={props.on}
      aria-label={props.label}
      onClick={() => props.onToggle(!props.on)}
      className={`flex min-w-(--touch) flex-auto items-center justify-center gap-3 px-5 ${SHAPE} ${props.on ? CHOSEN : PLAIN}`}
    >
      {props.children}
    </button>
  );
}

/** The way to a person, on every screen at the same place. */
export function CallOfficerButton() {
  const t = useTranslations("kiosk.controls");
  const { onCallOfficer } = useFrame();
  return (
    <Button tone="secondary" size="kiosk" onClick={onCallOfficer}>
      <PersonIcon className="h-[1.1em] w-auto" />
      {t("callOfficer")}
    </Button>
  );
}
