import { useTranslations } from "next-intl";
import type { AlertView } from "@/lib/queue/types";
import type { Send } from "../types";
import { AlertCard } from "./alert-card";

/** The contradictions that wait, and below them what was resolved last. */
export function AlertList({
  open,
  resolved,
  resolve,
}: {
  open: readonly AlertView[];
  resolved: readonly AlertView[];
  resolve: Send<null>;
}) {
  const t = useTranslations("staff.contradictions");
  const cards = (alerts: readonly AlertView[]) =>
    alerts.map((alert) => <AlertCard key={alert.id} alert={alert} resolve={resolve} />);
  return (
    <div className="mx-auto flex max-w-[960px] flex-col gap-6">
      <div>
        <h1 className="text-title">{t("title")}</h1>
        <p className="mt-1 text-ink-soft">{t("lead")}</p>
      </div>
      {open.length === 0 && <p className="text-lead">{t("none")}</p>}
      {cards(open)}
      {resolved.length > 0 && <h2 className="mt-4 text-lead">{t("resolvedTitle")}</h2>}
      {cards(resolved)}
    </div>
  );
}

/** The same on the page of the ticket or the voucher that they are about; nothing when there is none. */
export function AlertsHere({ alerts, resolve }: { alerts: readonly AlertView[]; resolve: Send<null> }) {
  const t = useTranslations("staff.contradictions");
  if (alerts.length === 0) return null;
  return (
    <section
      aria-label={t("title")}
      className="mx-auto flex w-full max-w-[1440px] flex-col gap-4 px-(--edge) pt-6"
    >
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} resolve={resolve} linked={false} />
      ))}
    </section>
  );
}
