import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { CaseView } from "@/lib/register/case/types";
import { PAGE, SHEET, TEXT_LINK } from "@/components/staff/styles";
import { useRegisterWords } from "../use-register-words";

/** A case: whose it is as far as the hall knows, and its sections in two columns. */
export function CaseScreen({
  view,
  main,
  aside,
}: {
  view: CaseView;
  main: readonly ReactNode[];
  aside: readonly ReactNode[];
}) {
  const t = useTranslations("register.case");
  return (
    <div className={PAGE}>
      <Link href="/staff/register" className={`${TEXT_LINK} -mt-2 mb-2`}>
        {t("back")}
      </Link>
      <CaseHead view={view} />
      <div className="mt-6 grid items-start gap-6 wide:grid-cols-[1fr_minmax(340px,400px)]">
        <div className="flex min-w-0 flex-col gap-6">{main}</div>
        <div className="flex min-w-0 flex-col gap-6">{aside}</div>
      </div>
    </div>
  );
}

function CaseHead({ view }: { view: CaseView }) {
  const t = useTranslations("register.case");
  const { date, wait } = useRegisterWords();
  const { queueNumber, last4, erased, waitedMs, ticketId } = view;
  const facts = [
    date(view.serviceDate),
    t(`source.${view.source}`),
    ...(waitedMs === null ? [] : [t("waited", { wait: wait(waitedMs) })]),
    t("promise", { wait: wait(view.thresholdMs) }),
  ];
  return (
    <header className={`${SHEET} px-8 py-7`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8">
        <h1 className="text-title">
          {queueNumber === null ? t("titleNone") : t("title", { queue: queueNumber })}
        </h1>
        <Link href={`/staff/tickets/${ticketId}`} className={TEXT_LINK}>
          {t("openTicket")}
        </Link>
      </div>
      <p className="mt-1">{erased ? t("erased") : last4 === null ? t("noBooking") : t("last4", { last4 })}</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-ink-soft">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {erased && (
        <p className="mt-4 rounded-field bg-paper-deep px-5 py-3 text-ink-soft">{t("erasedLead")}</p>
      )}
    </header>
  );
}
