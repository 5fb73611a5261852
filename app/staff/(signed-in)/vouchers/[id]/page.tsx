import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AlertsHere } from "@/components/staff/contradictions/alert-list";
import { VoucherScreen } from "@/components/staff/voucher/voucher-screen";
import { visitor } from "@/lib/access/guards";
import { can } from "@/lib/access/rights";
import { officeSettings } from "@/lib/office/settings";
import { listPrinters } from "@/lib/printing/queries";
import { receiptsOfVoucher } from "@/lib/register/receipts/queries";
import { openAlertsOf } from "@/lib/queue/alerts";
import { openVoucher } from "@/lib/vouchers/queries";
import { souvenirItems } from "@/lib/vouchers/souvenirs/queries";
import { resolveAlertAction } from "../../../actions/contradictions";
import { signReceiptAction } from "../../../actions/receipts";
import { printPromiseAction } from "../../../actions/souvenirs";
import {
  confirmVoucherAction,
  findVoucherAction,
  printProgressAction,
  recordStepAction,
  reopenVoucherAction,
  reprintVoucherAction,
  settlePrintAction,
  undoStepAction,
  withholdVoucherAction,
} from "../../../actions/vouchers";
import { NotAllowed } from "../../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.nav"))("confirm") };
}

const COMMANDS = {
  find: findVoucherAction,
  record: recordStepAction,
  confirm: confirmVoucherAction,
  undo: undoStepAction,
  withhold: withholdVoucherAction,
  reopen: reopenVoucherAction,
  reprint: reprintVoucherAction,
  printPromise: printPromiseAction,
  signReceipt: signReceiptAction,
  settlePrint: settlePrintAction,
  printProgress: printProgressAction,
};

/** One voucher before the officer. The look is audited. */
export default async function VoucherPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const account = await visitor("/staff/vouchers/[id]", `/staff/vouchers/${id}`);
  if (!account) return <NotAllowed page="/staff/vouchers/[id]" />;
  const [voucher, settings, printers, souvenirs] = await Promise.all([
    openVoucher({ account }, id),
    officeSettings(),
    listPrinters(),
    souvenirItems(),
  ]);
  if (voucher === null) notFound();
  const [alerts, receipts] = await Promise.all([
    openAlertsOf({ account }, voucher.ticketId),
    receiptsOfVoucher({ account }, id),
  ]);
  return (
    <>
      <AlertsHere alerts={alerts} resolve={resolveAlertAction} />
      <VoucherScreen
        key={voucher.id}
        voucher={voucher}
        account={{ name: account.name, mayUndoOthers: can(account.role, "undo.others") }}
        souvenirs={souvenirs}
        receipts={receipts}
        retentionDays={settings.retention.days}
        paperWidth={settings.paperWidth}
        printers={printers.map(({ id: printerId, name, state }) => ({ id: printerId, name, state }))}
        commands={COMMANDS}
      />
    </>
  );
}
