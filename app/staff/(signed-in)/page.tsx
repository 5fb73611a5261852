import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FindVoucher } from "@/components/staff/find/find-voucher";
import { WaitingVouchers } from "@/components/staff/find/waiting-vouchers";
import { PAGE } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { officeSettings } from "@/lib/office/settings";
import { todaysVouchers } from "@/lib/vouchers/queries";
import { findVoucherAction } from "../actions/vouchers";
import { NotAllowed } from "../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.nav"))("confirm") };
}

/** Where an officer waits for the next person: scan, or tap one who waits already. */
export default async function ConfirmPage() {
  const account = await visitor("/staff");
  if (!account) return <NotAllowed page="/staff" />;
  const [lines, settings] = await Promise.all([todaysVouchers({ account }), officeSettings()]);
  const waiting = lines.filter(({ state }) => state === "ISSUED" || state === "CONFIRMED").reverse();
  return (
    <div className={`${PAGE} grid items-start gap-6 wide:grid-cols-[1fr_minmax(340px,400px)]`}>
      <FindVoucher find={findVoucherAction} example={`${settings.voucherPrefix}-003`} />
      <WaitingVouchers lines={waiting} anyToday={lines.length > 0} />
    </div>
  );
}
