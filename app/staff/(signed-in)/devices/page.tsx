import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { KiosksPanel } from "@/components/staff/devices/kiosks-panel";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { listKiosks } from "@/lib/access/kiosk-list";
import { systemNow } from "@/lib/platform/clock";
import { listPrinters } from "@/lib/printing/queries";
import {
  inviteKioskAction,
  reloadKioskAction,
  renameKioskAction,
  replaceKioskAction,
  revokeKioskAction,
} from "./actions";
import { assignPrinterAction } from "./printers/actions";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("kiosks") };
}

/** The kiosks of the hall. */
export default async function KiosksPage() {
  const account = await visitor("/staff/devices");
  if (!account) return <NotAllowed page="/staff/devices" />;
  const t = await getTranslations("access.kiosks");
  const choices = await listPrinters();
  const printers = { choices: choices.map(({ id, name }) => ({ id, name })), assign: assignPrinterAction };
  return (
    <DevicesFrame here="kiosks" lead={t("lead")} pages={openPages(account.role)}>
      <KiosksPanel
        kiosks={await listKiosks()}
        now={systemNow().getTime()}
        invite={inviteKioskAction}
        rename={renameKioskAction}
        revoke={revokeKioskAction}
        replace={replaceKioskAction}
        reload={reloadKioskAction}
        {...(choices.length > 0 ? { printers } : {})}
        build={process.env.JANJI_BUILD ?? ""}
      />
    </DevicesFrame>
  );
}
