import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AlertList } from "@/components/staff/contradictions/alert-list";
import { PAGE } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { listAlerts } from "@/lib/queue/alerts";
import { resolveAlertAction } from "../../actions/contradictions";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.contradictions"))("title") };
}

/** Corrections that contradict issued vouchers, until an officer resolves each with a note. */
export default async function AlertsPage() {
  const account = await visitor("/staff/contradictions");
  if (!account) return <NotAllowed page="/staff/contradictions" />;
  const { open, resolved } = await listAlerts({ account });
  return (
    <div className={PAGE}>
      <AlertList open={open} resolved={resolved} resolve={resolveAlertAction} />
    </div>
  );
}
