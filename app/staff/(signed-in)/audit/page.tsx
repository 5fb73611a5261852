import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ChainPanel } from "@/components/staff/audit/chain-panel";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { chainView } from "@/lib/audit/queries";
import { chainTroubles } from "@/lib/audit/verifications";
import { findingWords } from "@/lib/audit/words";
import { localParts } from "@/lib/office/local-time";
import { officeSettings } from "@/lib/office/settings";
import { systemNow } from "@/lib/platform/clock";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";
import { verifyAuditAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** Whether the record is sound: the audit chain, its last verification and its daily heads, for supervisors and the head. */
export default async function AuditPage() {
  const account = await visitor("/staff/audit");
  if (!account) return <NotAllowed page="/staff/audit" />;
  const [t, view, troubles, { timeZone }] = await Promise.all([
    getTranslations("audit"),
    chainView(),
    chainTroubles(),
    officeSettings(),
  ]);
  const words = view.last?.finding ? findingWords(view.last.finding) : null;
  return (
    <NextIntlClientProvider messages={await catalogues(["common", "staff", "access", "audit"])}>
      <DevicesFrame here="audit" lead={t("lead")} pages={openPages(account.role)}>
        <ChainPanel
          view={view}
          finding={words && t(`finding.${words.key}`, words.values)}
          headOld={troubles.includes("AUDIT_HEAD_OLD")}
          today={localParts(systemNow().getTime(), timeZone).date}
          verify={verifyAuditAction}
        />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
