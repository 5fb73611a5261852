"use client";

import { useTranslations } from "next-intl";
import { CheckIcon } from "@/components/ui/icons";
import { buttonClass } from "../styles";

export interface Invitation {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** An enrolment code in two groups, large enough to read from across a counter; turns green once it was typed. */
export function EnrolmentCode({
  invitation,
  enrolled,
  close,
}: {
  invitation: Invitation;
  enrolled: boolean;
  close: () => void;
}) {
  const t = useTranslations("access");
  const { name, code } = invitation;
  return (
    <section
      role="status"
      data-tone={enrolled ? undefined : "navy"}
      className={`flex flex-col gap-3 rounded-control p-6 ${enrolled ? "bg-green-wash text-green" : "bg-navy text-on-navy"}`}
    >
      {enrolled ? (
        <>
          <h2 className="flex items-center gap-3 text-lead">
            <CheckIcon className="h-7 w-7" />
            {t("kiosks.enrolledTitle", { name })}
          </h2>
          <p>{t("kiosks.enrolledBody")}</p>
          <button type="button" onClick={close} className={`${buttonClass("primary", "small")} self-start`}>
            {t("devices.close")}
          </button>
        </>
      ) : (
        <>
          <h2 className="text-lead">{t("kiosks.codeTitle", { name })}</h2>
          <p
            data-enrolment-code={code}
            aria-label={code.split("").join(" ")}
            className="flex gap-[.35em] text-[44px] leading-tight font-number tracking-[.06em] text-gold tabular-nums"
          >
            <span>{code.slice(0, 4)}</span>
            <span>{code.slice(4)}</span>
          </p>
          <p className="text-on-navy-soft">{t("kiosks.codeBody", { path: "/kiosk" })}</p>
        </>
      )}
    </section>
  );
}
