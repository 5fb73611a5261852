"use client";

import { useEffect } from "react";
import { AwayPage } from "@/components/kiosk/away-page";
import { usePageGuard } from "@/components/kiosk/use-page-guard";
import { useCrashTexts } from "./crash-texts";

/** Long enough to be read. */
const READ_MS = 5_000;
/** Each load lives at least this long: a page that crashes at once never loads itself in a hurry. */
const LEAST_LIFE_MS = 12_000;

/**
 * The kiosk's page crashed: says so calmly in every language and loads the page anew by itself. Nobody from IT is in
 * the building, and whoever stands here shall not see a browser's error. Nothing of the person's session is left.
 */
export default function KioskError({ error }: { error: unknown }) {
  const texts = useCrashTexts();
  usePageGuard();
  useEffect(() => {
    const wait = Math.max(READ_MS, LEAST_LIFE_MS - performance.now());
    const timer = setTimeout(() => window.location.reload(), wait);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <AwayPage
        name="crashed"
        texts={texts}
        code={error instanceof Error && "digest" in error ? String(error.digest) : undefined}
      />
      <div role="alert" className="sr-only">
        {texts.map(({ locale, title, trying }) => (
          <p key={locale} lang={locale}>
            {title} {trying}
          </p>
        ))}
      </div>
    </>
  );
}
