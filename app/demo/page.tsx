import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DemoHeader, DemoHero } from "@/components/demo/demo-hero";
import { ShowcaseBoard } from "@/components/demo/showcase-board";
import { LanguageChoice } from "@/components/staff/access/language-choice";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { Motif } from "@/components/ui/motif";
import { offeredSignIns } from "@/lib/access/demo-sign-ins";
import { refreshShowcase } from "@/lib/demo/refresh-showcase";
import { officeSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { environment } from "@/lib/platform/environment";
import { catalogue, locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";
import { qrMatrix } from "@/lib/printing/qr";
import { setEntranceLanguageAction } from "../staff/sign-in/language";
import { prepareScanAction } from "./actions";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("demo");
  return { title: t("title") };
}

/** Where a demo begins: a code and a button for every answer. A real office has no such page. */
export default async function DemoPage() {
  if (environment().mode !== "demo") notFound();
  const [items, settings, locale] = await Promise.all([refreshShowcase(), officeSettings(), getLocale()]);
  const codes = items.map(({ payload, ...item }) => ({ ...item, qr: payload ? qrMatrix(payload) : null }));
  const { demo, common, access } = translatable(locale);
  const languages = locales().map((code) => {
    const own = catalogue(code).common?.language;
    return { code, label: typeof own === "string" ? own : code };
  });
  return (
    <NextIntlClientProvider messages={{ demo, common, access }}>
      <div data-tone="paper" className="flex min-h-dvh flex-col">
        <DemoRibbon />
        <div className="relative flex flex-1 flex-col overflow-x-clip">
          <Motif tone="paper" />
          <main className="relative mx-auto flex w-full max-w-[1360px] flex-col gap-16 px-(--edge) pt-6 pb-20">
            <DemoHeader
              office={settings.name}
              now={now().getTime()}
              corner={<LanguageChoice locales={languages} setLanguage={setEntranceLanguageAction} />}
            />
            <DemoHero signIns={offeredSignIns()} />
            <ShowcaseBoard codes={codes} prepareScan={prepareScanAction} />
          </main>
        </div>
      </div>
    </NextIntlClientProvider>
  );
}
