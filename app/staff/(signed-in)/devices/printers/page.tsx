import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesFrame, OnlySupervisors } from "@/components/staff/devices/devices-frame";
import { PrintersPanel } from "@/components/staff/devices/printers-panel";
import { requireAccount } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { systemNow } from "@/lib/platform/clock";
import { listPrinters } from "@/lib/printing/queries";
import { addPrinterAction, removePrinterAction, renamePrinterAction, testPrintAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("printers") };
}

/** The receipt printers of the hall, for supervisors. */
export default async function PrintersPage() {
  const account = await requireAccount("/staff/devices/printers");
  if (!can(account.role, "devices.manage")) return <OnlySupervisors />;
  const t = await getTranslations("access.printers");
  return (
    <DevicesFrame here="printers" lead={t("lead")}>
      <PrintersPanel
        printers={await listPrinters()}
        now={systemNow().getTime()}
        add={addPrinterAction}
        rename={renamePrinterAction}
        remove={removePrinterAction}
        test={testPrintAction}
      />
    </DevicesFrame>
  );
}
