"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { Send } from "../types";
import { useSend } from "./use-send";

/** The languages on offer, each by its own name. */
export function LanguageChoice({
  locales,
  setLanguage,
}: {
  locales: readonly { readonly code: string; readonly label: string }[];
  setLanguage: Send<null>;
}) {
  const t = useTranslations("access");
  const locale = useLocale();
  const router = useRouter();
  const { send } = useSend(setLanguage);
  return (
    <div role="group" aria-label={t("language")} className="flex gap-1">
      {locales.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === locale}
          onClick={() => send({ locale: code }, () => router.refresh())}
          className="min-h-12 rounded-field px-4 font-strong text-ink-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_0_0_2px_var(--color-ink)]"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
