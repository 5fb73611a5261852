import type { Metadata } from "next";
import { createTranslator } from "next-intl";
import { AwayPage } from "@/components/kiosk/away-page";
import { catalogue, locales } from "@/lib/platform/messages";

export const metadata: Metadata = { title: "Janji" };

/**
 * What the kiosk's service worker holds for a reload while the server is away. Nothing of the office, of a person or of
 * a language choice is on it, so that it is never out of date: it says itself in every language at once.
 */
export default function KioskAwayPage() {
  const texts = locales().map((locale) => {
    const t = createTranslator({ locale, messages: catalogue(locale), namespace: "kiosk.away" });
    const text = (key: string) => t(key);
    return {
      locale,
      title: text("title"),
      lead: text("lead"),
      now: text("now"),
      officer: text("officer"),
      again: text("again"),
      trying: text("trying"),
    };
  });
  return (
    <>
      <AwayPage name="away" texts={texts} />
      <script src="/kiosk-away.js" async />
    </>
  );
}
