import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { PAGE } from "../styles";

const TABS = [
  { key: "kiosks", href: "/staff/devices" },
  { key: "printers", href: "/staff/devices/printers" },
  { key: "feed", href: "/staff/devices/feed" },
  { key: "accounts", href: "/staff/devices/accounts" },
  { key: "calendar", href: "/staff/calendar" },
  { key: "audit", href: "/staff/audit" },
] as const;

/** The supervisor's four lists: what scans, what prints, who sends the queue, who works here. */
export function DevicesFrame({
  here,
  lead,
  children,
}: {
  here: (typeof TABS)[number]["key"];
  lead: string;
  children: ReactNode;
}) {
  const t = useTranslations("access.devices");
  return (
    <div className={`${PAGE} flex flex-col gap-6`}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <h1 className="mr-auto text-title">{t("title")}</h1>
        <nav aria-label={t("tabs.label")} className="flex gap-1">
          {TABS.map(({ key, href }) => (
            <Link
              key={key}
              href={href}
              aria-current={key === here ? "page" : undefined}
              className="flex min-h-12 items-center rounded-field px-5 font-strong text-ink-soft aria-[current]:bg-gold-wash aria-[current]:text-ink aria-[current]:shadow-[inset_0_0_0_2px_var(--color-ink)]"
            >
              {t(`tabs.${key}`)}
            </Link>
          ))}
        </nav>
      </div>
      <p className="max-w-[60ch] text-ink-soft">{lead}</p>
      {children}
    </div>
  );
}

/** For officers who came by the address: says whose page it is. */
export function OnlySupervisors() {
  const t = useTranslations("access.devices");
  return (
    <div className={PAGE}>
      <h1 className="text-title">{t("title")}</h1>
      <p className="mt-4 text-lead">{t("onlySupervisors")}</p>
    </div>
  );
}
