"use client";

import { useTranslations } from "next-intl";
import { buttonClass, PAGE, SHEET } from "@/components/staff/styles";

/** A page that could not be built: what is recorded is safe, and trying again is one tap. */
export default function StaffError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("staff.page");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className={PAGE}>
      <section role="alert" className={`${SHEET} flex flex-col items-start gap-4 p-10`}>
        <h1 className="text-title">{t("errorTitle")}</h1>
        <p>{t("errorBody")}</p>
        {digest !== null && <p className="text-small text-ink-soft">{t("errorCode", { code: digest })}</p>}
        <button type="button" onClick={retry} className={buttonClass("primary")}>
          {t("retry")}
        </button>
      </section>
    </div>
  );
}
