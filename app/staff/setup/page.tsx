import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { SetupForm } from "@/components/staff/access/setup-form";
import { buttonClass, SHEET } from "@/components/staff/styles";
import { anyAccountExists } from "@/lib/access/accounts";
import { PASSWORD_MIN } from "@/lib/access/schema";
import { EntranceFrame } from "../sign-in/entrance-frame";
import { createFirstAccountAction } from "./actions";

/** Whether there is an account is looked up for each visit, never at build time. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.setup");
  return { title: t("title"), referrer: "no-referrer" };
}

/** The first account of a real office, by the link that its server printed. */
export default async function SetupPage() {
  const t = await getTranslations("access.setup");
  return (
    <EntranceFrame page="setup">
      {(await anyAccountExists()) ? (
        <section className={`${SHEET} flex flex-col gap-4 p-8`}>
          <h1 className="text-title">{t("doneTitle")}</h1>
          <p>{t("doneBody")}</p>
          <Link href="/staff/sign-in" className={buttonClass("primary")}>
            {t("toSignIn")}
          </Link>
        </section>
      ) : (
        <SetupForm createFirst={createFirstAccountAction} passwordMin={PASSWORD_MIN} />
      )}
    </EntranceFrame>
  );
}
