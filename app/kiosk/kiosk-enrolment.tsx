"use client";

import { NextIntlClientProvider, useTranslations, type AbstractIntlMessages } from "next-intl";
import { useEffect, useState, type SubmitEvent } from "react";
import { KioskFrame } from "@/components/kiosk/kiosk-frame";
import { NotEnrolledScreen } from "@/components/kiosk/not-enrolled-screen";
import type { LocaleChoice } from "@/components/kiosk/types";
import { Button } from "@/components/ui/button";
import type { KioskOffice } from "@/lib/vouchers/types";
import { enrolDemoKioskAction, enrolKioskAction } from "./enrol-actions";

interface EnrolmentProps {
  readonly office: KioskOffice;
  readonly locales: readonly LocaleChoice[];
  readonly catalogues: Readonly<Record<string, AbstractIntlMessages>>;
  /** This browser has a credential that the server does not know: revoked, or another server's. */
  readonly moved: boolean;
}

/** A browser that is no kiosk yet: in a real office it waits for a code, in the demo it enrols itself. */
export function KioskEnrolment({ office, locales, catalogues, moved }: EnrolmentProps) {
  const [locale, setLocale] = useState(locales[0]?.code ?? "id");
  const [demoFailed, setDemoFailed] = useState(false);
  useEffect(() => {
    if (!office.demo) return;
    enrolDemoKioskAction().then(
      (enrolled) => (enrolled.ok ? window.location.reload() : setDemoFailed(true)),
      () => setDemoFailed(true),
    );
  }, [office.demo]);
  const ignore = () => undefined;
  const controls = {
    largeText: false,
    lowButtons: false,
    muted: true,
    onLargeText: ignore,
    onLowButtons: ignore,
    onMuted: ignore,
  };
  const frame = { office, locale, locales, onLocale: setLocale, ...controls, onCallOfficer: ignore };
  return (
    <NextIntlClientProvider locale={locale} messages={catalogues[locale] ?? {}} timeZone={office.timeZone}>
      <KioskFrame {...frame} now={null} tone="paper">
        {office.demo && !demoFailed ? null : (
          <NotEnrolledScreen>
            {moved && <MovedNote />}
            <CodeForm />
          </NotEnrolledScreen>
        )}
      </KioskFrame>
    </NextIntlClientProvider>
  );
}

function MovedNote() {
  const t = useTranslations("kiosk.notEnrolled");
  return (
    <p data-moved className="mb-6 rounded-field bg-amber-wash px-6 py-4 text-amber">
      {t("moved")}
    </p>
  );
}

function CodeForm() {
  const t = useTranslations("kiosk.enrol");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    const enrolled = await enrolKioskAction({ code }).catch(() => null);
    if (enrolled?.ok) window.location.reload();
    else setProblem(enrolled?.code === "TOO_MANY" ? t("tooMany") : enrolled ? t("unknown") : t("lost"));
  };
  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <label className="flex flex-col gap-2">
        {t("label")}
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="enrol-problem"
          className="min-h-(--touch) rounded-control border-2 border-line-strong bg-card px-6 text-lead tracking-[.2em] uppercase"
        />
      </label>
      <p id="enrol-problem" role="alert" className="text-amber">
        {problem}
      </p>
      <Button size="kiosk" type="submit">
        {t("submit")}
      </Button>
    </form>
  );
}
