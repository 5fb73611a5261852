"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { BackspaceIcon } from "@/components/ui/icons";
import { ScreenShell } from "./screen-shell";

export const BOOKING_DIGITS = 16;
const GROUP = 4;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

export type KeypadScreenProps = {
  /** Up to sixteen digits, held by the page: paste and hardware keys end up here too. */
  digits: string;
  onDigit: (digit: string) => void;
  onBackspace: () => void;
  onClear: () => void;
  /** Called only with all digits there. */
  onSubmit: () => void;
  onCancel: () => void;
};

/** Sixteen digits in groups of four, and at any time how many are still missing. */
export function KeypadScreen(props: KeypadScreenProps) {
  const t = useTranslations("kiosk.keypad");
  const left = BOOKING_DIGITS - props.digits.length;
  const remaining = left > 0 ? t("left", { count: left }) : t("complete");
  return (
    <ScreenShell
      name="keypad"
      title={t("title")}
      lead={t("lead", { total: BOOKING_DIGITS })}
      heroSize="fill"
      hero={<Keys {...props} />}
      rest={
        <Card className="px-9 py-8 outline-4 -outline-offset-4 outline-ink">
          <Digits digits={props.digits} label={t("entered")} />
          <p className="mt-5 flex flex-wrap justify-between gap-x-8">
            <span className="text-soft">
              {t("count", { count: props.digits.length, total: BOOKING_DIGITS })}
            </span>
            <strong id="keypad-remaining">{remaining}</strong>
          </p>
        </Card>
      }
      status={remaining}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={props.onCancel}>
            {t("cancel")}
          </Button>
          <Button
            tone={left > 0 ? "waiting" : "primary"}
            size="kiosk"
            aria-disabled={left > 0}
            aria-describedby="keypad-remaining"
            onClick={() => left === 0 && props.onSubmit()}
          >
            {t("submit")}
          </Button>
        </>
      }
    />
  );
}

function Keys({ onDigit, onBackspace, onClear }: KeypadScreenProps) {
  const t = useTranslations("kiosk.keypad");
  const key =
    "min-h-(--touch) rounded-control bg-card text-[calc(1.9*var(--text-title))] low:text-[calc(1.4*var(--text-title))] font-head tracking-[-0.02em] leading-none " +
    "shadow-[var(--shadow-rest),inset_0_0_0_2px_var(--color-line-strong)] transition-transform " +
    "duration-(--move-fast) ease-calm active:scale-[.985]";
  const word = `${key} flex items-center justify-center gap-3 bg-paper-deep text-(length:--text-button)! tracking-normal px-3`;
  return (
    <div className="keypad" role="group" aria-label={t("keys")}>
      {KEYS.map((digit) => (
        <button key={digit} type="button" className={key} onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className={word} onClick={onClear}>
        {t("clear")}
      </button>
      <button type="button" className={key} onClick={() => onDigit("0")}>
        0
      </button>
      <button type="button" className={word} onClick={onBackspace}>
        <BackspaceIcon className="h-[1em] w-auto" />
        {t("backspace")}
      </button>
    </div>
  );
}

/** Read aloud as one value in groups; the empty places are only drawn. */
function Digits({ digits, label }: { digits: string; label: string }) {
  const groups = Array.from({ length: BOOKING_DIGITS / GROUP }, (_, group) =>
    Array.from({ length: GROUP }, (_, index) => group * GROUP + index),
  );
  const spoken = digits.replace(/(\d{4})(?=\d)/g, "$1 ");
  return (
    <p className="digits" data-digits={digits.length}>
      <span className="sr-only">
        {label} {spoken}
      </span>
      {groups.map((places, group) => (
        <span key={group} aria-hidden="true" className="digit-group">
          {places.map((place) => (
            <span
              key={place}
              data-place={place < digits.length ? "full" : place === digits.length ? "next" : "empty"}
            >
              {digits[place]}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
