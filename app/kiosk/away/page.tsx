import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AwayPage } from "@/components/kiosk/away-page";
import { locales } from "@/lib/platform/messages";

export const metadata: Metadata = { title: "Janji" };

/**
 * What the kiosk's service worker holds for a reload while the server is away. Nothing of the office, of a person or of
 * a language choice is on it, so that it is never out of date: it says itself in every language at once.
 */
export default async function KioskAwayPage() {
  const texts = await Promise.all(
    locales().map(async (locale) => {
      const t = await getTranslations({ locale, namespace: "kiosk.away" });
      return {
        locale,
        title: t("title"),
        lead: t("lead"),
        now: t("now"),
        officer: t("officer"),
        again: t("again"),
        trying: t("trying"),
      };
    }),
  );
  return (
    <>
      <AwayPage texts={texts} />
      <script src="/kiosk-away.js" async />
    </>
  );
}
