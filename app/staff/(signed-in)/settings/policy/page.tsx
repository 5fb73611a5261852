import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { PolicyForm } from "@/components/staff/policy/policy-form";
import { PolicyList, Readings } from "@/components/staff/policy/policy-list";
import { accountNames } from "@/lib/access/accounts";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { can } from "@/lib/access/rights";
import { policyVersions } from "@/lib/office/policy-versions";
import { catalogues } from "../../../catalogues";
import { NotAllowed } from "../../../not-allowed";
import { addPolicyAction, previewPolicyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policy"))("title") };
}

/** The rules by which kiosks answer, version by version, and how the decree is read where it is open. */
export default async function PolicyPage() {
  const account = await visitor("/staff/settings/policy");
  if (!account) return <NotAllowed page="/staff/settings/policy" />;
  const [t, { rows, earliest }, messages] = await Promise.all([
    getTranslations("policy"),
    policyVersions(),
    catalogues(["common", "staff", "access", "policy"]),
  ]);
  const names = await accountNames(rows.flatMap(({ byId }) => byId ?? []));
  const shown = rows.map(({ byId, ...row }) => ({
    ...row,
    byName: byId === null ? null : (names.get(byId) ?? "–"),
  }));
  const [newest] = rows;
  return (
    <NextIntlClientProvider messages={messages}>
      <DevicesFrame here="policy" lead={t("lead")} pages={openPages(account.role)}>
        <PolicyList rows={shown} />
        {newest && can(account.role, "policy.manage") && (
          <PolicyForm
            newest={newest}
            earliest={earliest}
            preview={previewPolicyAction}
            add={addPolicyAction}
          />
        )}
        <Readings />
      </DevicesFrame>
    </NextIntlClientProvider>
  );
}
