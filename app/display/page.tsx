import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { Wall } from "@/components/display/wall";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { wallState } from "@/lib/hall/calls/series";
import { environment } from "@/lib/platform/environment";
import { translatable } from "@/lib/platform/translatable";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Janji" };

/** The wall screen: which compensation number is called to which counter. It shows nothing of a person. */
export default async function DisplayPage() {
  const [state, locale] = await Promise.all([wallState(), getLocale()]);
  const { common, display } = translatable(locale);
  return (
    <NextIntlClientProvider messages={{ common, display }} timeZone={state.timeZone}>
      <div
        data-surface="display"
        data-tone="navy"
        className="flex h-dvh flex-col overflow-hidden bg-navy text-on-navy"
      >
        {environment().mode === "demo" && <DemoRibbon />}
        <Wall first={state} />
      </div>
    </NextIntlClientProvider>
  );
}
