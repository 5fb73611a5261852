import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/staff/sign-in-form";
import { anyAccountExists } from "@/lib/access/accounts";
import { offeredSignIns } from "@/lib/access/demo-sign-ins";
import { currentSession } from "@/lib/access/guards";
import { landing } from "@/lib/access/landing";
import { staffPath } from "@/lib/access/local-path";
import { signInAction } from "./actions";
import { EntranceFrame } from "./entrance-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.signIn");
  return { title: t("title") };
}

/** Where officers begin; those signed in already go straight on. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: unknown }> }) {
  const next = staffPath((await searchParams).next);
  const session = await currentSession();
  if (session) redirect(landing({ ...session, role: session.account.role }, next));
  return (
    <EntranceFrame page="signIn">
      <SignInForm
        signIn={signInAction}
        next={next}
        demoSignIns={offeredSignIns()}
        firstStart={!(await anyAccountExists())}
      />
    </EntranceFrame>
  );
}
