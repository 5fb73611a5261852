import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScanNext } from "@/components/staff/find/scan-next";
import { PAGE } from "@/components/staff/styles";
import { VOUCHER_FILTERS, VoucherList } from "@/components/staff/voucher/voucher-list";
import { visitor } from "@/lib/access/guards";
import { todaysVouchers } from "@/lib/vouchers/queries";
import { findVoucherAction } from "../../actions/vouchers";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.vouchers"))("title") };
}

type Search = Promise<{ show?: unknown }>;

/** Today's vouchers, kept true by the live line of the frame. */
export default async function VouchersPage({ searchParams }: { searchParams: Search }) {
  const account = await visitor("/staff/vouchers");
  if (!account) return <NotAllowed page="/staff/vouchers" />;
  const { show } = await searchParams;
  const filter = VOUCHER_FILTERS.find((one) => one === show) ?? "open";
  return (
    <div className={PAGE}>
      <ScanNext find={findVoucherAction} />
      <VoucherList lines={await todaysVouchers({ account })} filter={filter} />
    </div>
  );
}
