import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { NoticePage } from "@/components/privacy/notice-page";
import { LanguageChoice } from "@/components/staff/access/language-choice";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { officeSettings } from "@/lib/office/settings";
import { environment } from "@/lib/platform/environment";
import { catalogue, locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";
import { setEntranceLanguageAction } from "../staff/sign-in/language";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice"))("title") };
}

/** What is processed of people and why, for everybody (UU 27/2022): no sign-in, nothing asked, prints on a sheet or two. */
export default async function PrivacyNoticePage() {
  const { mode } = environment();
  const [{ name, retention, letterhead, complaintRoom }, locale] = await Promise.all([
    officeSettings(),
    getLocale(),
  ]);
  const { common, access } = translatable(locale);
  const languages = locales().map((code) => {
    const own = catalogue(code).common?.language;
    return { code, label: typeof own === "string" ? own : code };
  });
  return (
    <div
      data-surface="staff"
      data-tone="paper"
      data-prints
      className="flex min-h-dvh flex-col print:bg-white"
    >
      {mode === "demo" && <DemoRibbon />}
      <NoticePage
        office={{
          name,
          address: letterhead.address,
          contact: letterhead.contact,
          authority: letterhead.authority[0] ?? "",
          room: complaintRoom.name,
          retentionDays: retention.days,
        }}
        corner={
          <NextIntlClientProvider messages={{ common: common ?? {}, access: access ?? {} }}>
            <LanguageChoice locales={languages} setLanguage={setEntranceLanguageAction} />
          </NextIntlClientProvider>
        }
      />
    </div>
  );
}
