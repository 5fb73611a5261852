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
  { key: "settings", href: "/staff/settings" },
  { key: "policy", href: "/staff/settings/policy" },
  { key: "audit", href: "/staff/audit" },
  { key: "status", href: "/staff/status" },
  { key: "privacy", href: "/staff/access-requests" },
] as const;

/** The office's own lists: what scans, what prints, who sends the queue, who works here, when it serves. */
export function DevicesFrame({
  here,
  lead,
  pages,
  children,
}: {
  here: (typeof TABS)[number]["key"];
  lead: string;
  /** The pages that the reader may open. */
  pages: readonly string[];
  children: ReactNode;
}) {
  const t = useTranslations("access.devices");
  const tabs = TABS.filter(({ href }) => pages.includes(href));
  return (
    <div className={`${PAGE} flex flex-col gap-6`}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <h1 className="mr-auto text-title">
          {t(pages.includes("/staff/devices") ? "title" : `tabs.${here}`)}
        </h1>
        {tabs.length > 1 && (
          <nav aria-label={t("tabs.label")} className="-ml-2 flex flex-wrap gap-1">
            {tabs.map(({ key, href }) => (
              <Link
                key={key}
                href={href}
                aria-current={key === here ? "page" : undefined}
                className="flex min-h-12 items-center rounded-field px-3 font-strong text-ink-soft aria-[current]:bg-gold-wash aria-[current]:text-ink aria-[current]:shadow-[inset_0_0_0_2px_var(--color-ink)]"
              >
                {t(`tabs.${key}`)}
              </Link>
            ))}
          </nav>
        )}
      </div>
      <p className="max-w-[60ch] text-ink-soft">{lead}</p>
      {children}
    </div>
  );
}
