import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { PastRequests } from "@/components/staff/privacy/past-requests";
import { RequestForm } from "@/components/staff/privacy/request-form";
import { RetentionPanel } from "@/components/staff/privacy/retention-panel";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { accessRequests, chosenCase } from "@/lib/register/applicant/queries";
import { retentionView } from "@/lib/register/retention/queries";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** Personal data in one place: applicants who ask what is held about them, and whether old data are gone. */
export default async function AccessRequestsPage({
  searchParams,
}: {
  searchParams: Promise<{ ticket?: unknown }>;
}) {
  const account = await visitor("/staff/access-requests");
  if (!account) return <NotAllowed page="/staff/access-requests" />;
  const { ticket } = await searchParams;
  const [t, chosen, requests, retention] = await Promise.all([
    getTranslations("privacy"),
    typeof ticket === "string" ? chosenCase({ account }, ticket) : null,
    accessRequests({ account }),
    retentionView({ account }),
  ]);
  return (
    <NextIntlClientProvider messages={await catalogues(["common", "staff", "access", "privacy"])}>
      <DevicesFrame here="privacy" lead={t("lead")} pages={openPages(account.role)}>
        <div className="grid items-start gap-6 wide:grid-cols-2">
          <RequestForm chosen={chosen} />
          <RetentionPanel view={retention} />
        </div>
        <PastRequests requests={requests} />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
