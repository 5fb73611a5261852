import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SeriesBoard } from "@/components/staff/series/series-board";
import { PAGE } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { compensationSeries } from "@/lib/hall/calls/series";
import { callAgainAction, callNextAction, endCallAction } from "../../actions/series";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.series"))("title") };
}

/** At a counter: the next voucher of the compensation series, who is here, who did not come. */
export default async function CallsPage() {
  const account = await visitor("/staff/calls");
  if (!account) return <NotAllowed page="/staff/calls" />;
  return (
    <div className={PAGE}>
      <SeriesBoard
        series={await compensationSeries({ account })}
        callNext={callNextAction}
        callAgain={callAgainAction}
        endCall={endCallAction}
      />
    </div>
  );
}
