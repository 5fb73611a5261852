import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { PrintersPanel } from "@/components/staff/devices/printers-panel";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { systemNow } from "@/lib/platform/clock";
import { listPrinters } from "@/lib/printing/queries";
import { addPrinterAction, removePrinterAction, renamePrinterAction, testPrintAction } from "./actions";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.devices.tabs");
  return { title: t("printers") };
}

/** The receipt printers of the hall. */
export default async function PrintersPage() {
  const account = await visitor("/staff/devices/printers");
  if (!account) return <NotAllowed page="/staff/devices/printers" />;
  const t = await getTranslations("access.printers");
  return (
    <DevicesFrame here="printers" lead={t("lead")} pages={openPages(account.role)}>
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
