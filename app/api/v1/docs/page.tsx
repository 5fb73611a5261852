import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiPage } from "@/components/api/api-page";
import { LanguageChoice } from "@/components/staff/access/language-choice";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { demoFeedToken } from "@/lib/access/feed-tokens";
import { FEED_PER_MINUTE } from "@/lib/access/rate-limits";
import { officeSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { environment } from "@/lib/platform/environment";
import { catalogue, locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";
import { PROBLEMS, TICKET_STAGES } from "@/lib/queue/answer-schema";
import { apiExamples, localInstant } from "@/lib/queue/api-examples";
import { openApiDocument } from "@/lib/queue/openapi";
import { MAX_BATCH, MAX_BODY_BYTES } from "@/lib/queue/schema";
import { setEntranceLanguageAction } from "../../../staff/sign-in/language";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

/** The queue feed for whoever builds a bridge: everything needed with curl, made from the served document. */
export default async function ApiDocsPage() {
  const { mode, publicUrl } = environment();
  const [{ timeZone }, locale] = await Promise.all([officeSettings(), getLocale()]);
  const token = mode === "demo" ? await demoFeedToken() : null;
  const { common, access } = translatable(locale);
  const languages = locales().map((code) => {
    const own = catalogue(code).common?.language;
    return { code, label: typeof own === "string" ? own : code };
  });
  return (
    <div data-surface="staff" data-tone="paper" className="flex min-h-dvh flex-col">
      {mode === "demo" && <DemoRibbon />}
      <ApiPage
        document={openApiDocument()}
        examples={apiExamples(now().getTime(), timeZone)}
        problems={PROBLEMS}
        stages={["UNKNOWN", ...TICKET_STAGES]}
        address={publicUrl}
        now={localInstant(now().getTime(), timeZone)}
        token={token}
        limits={{ batch: MAX_BATCH, bytes: MAX_BODY_BYTES, perMinute: FEED_PER_MINUTE }}
        corner={
          <NextIntlClientProvider messages={{ common: common ?? {}, access: access ?? {} }}>
            <LanguageChoice locales={languages} setLanguage={setEntranceLanguageAction} />
          </NextIntlClientProvider>
        }
      />
    </div>
  );
}
