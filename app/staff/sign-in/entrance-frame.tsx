import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { Entrance } from "@/components/staff/access/entrance";
import { TEXT_LINK } from "@/components/staff/styles";
import { LanguageChoice } from "@/components/staff/access/language-choice";
import { durationWords } from "@/components/staff/duration-words";
import { policyNow } from "@/lib/office/policies";
import { officeSettings } from "@/lib/office/settings";
import { catalogue, locales } from "@/lib/platform/messages";
import { setEntranceLanguageAction } from "./language";

/** A language by its own name, as its own catalogue has it. */
function ownName(code: string): string {
  const name = catalogue(code).common?.language;
  return typeof name === "string" ? name : code;
}

/** What sign-in and set-up stand in: the office, its promise, the language. */
export async function EntranceFrame({ page, children }: { page: "signIn" | "setup"; children: ReactNode }) {
  const t = await getTranslations("access");
  const [{ name }, duration, { thresholdMs }] = await Promise.all([
    officeSettings(),
    getTranslations("common.duration"),
    policyNow(),
  ]);
  const promise = durationWords(duration, thresholdMs / 60_000);
  return (
    <Entrance
      office={name}
      area={t("office.staff")}
      promise={t(`${page}.promise`, { promise })}
      promiseBody={t(`${page}.promiseBody`)}
      corner={
        <>
          <Link href="/privasi" className={`${TEXT_LINK} text-small`}>
            {t("signIn.notice")}
          </Link>
          <LanguageChoice
            locales={locales().map((code) => ({ code, label: ownName(code) }))}
            setLanguage={setEntranceLanguageAction}
          />
        </>
      }
    >
      {children}
    </Entrance>
  );
}
