"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { GivenPassword } from "@/lib/access/types";
import { buttonClass } from "../styles";

/** Named, so that it is called once: a new one at each drawing would take the focus again. */
const takeFocus = (note: HTMLElement | null) => note?.focus();

/**
 * A password just made for somebody: shown this once, to be told in person or copied by hand. The form that asked for it
 * may be gone, so the note takes its focus, and whoever hears the screen hears it.
 */
export function GivenPasswordNote({
  name,
  given: { password, until },
  close,
}: {
  name: string;
  given: GivenPassword;
  close: () => void;
}) {
  const t = useTranslations("access.accounts");
  const format = useFormatter();
  const when = format.dateTime(until, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <section
      ref={takeFocus}
      tabIndex={-1}
      aria-label={t("givenTitle", { name })}
      data-tone="navy"
      className="flex flex-col gap-3 rounded-control bg-navy p-6 text-on-navy"
    >
      <h2 className="text-lead">{t("givenTitle", { name })}</h2>
      <p data-given-password className="text-[30px] leading-snug font-number text-gold">
        {password}
      </p>
      <p className="text-on-navy-soft">{t("givenBody", { name, when })}</p>
      <button type="button" onClick={close} className={`${buttonClass("gold", "small")} self-start`}>
        {t("givenClose")}
      </button>
    </section>
  );
}
