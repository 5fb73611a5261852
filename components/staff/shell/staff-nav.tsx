"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** The day's work, and the office's books: where one row is too narrow for both, each has its own. */
const GROUPS = [
  [
    { key: "hall", href: "/staff/hall" },
    { key: "confirm", href: "/staff" },
    { key: "calls", href: "/staff/calls" },
    { key: "tickets", href: "/staff/tickets" },
    { key: "queue", href: "/staff/queue" },
    { key: "outages", href: "/staff/outages" },
  ],
  [
    { key: "vouchers", href: "/staff/vouchers" },
    { key: "register", href: "/staff/register" },
    { key: "souvenirs", href: "/staff/souvenirs" },
    { key: "report", href: "/staff/report" },
    { key: "devices", href: "/staff/devices" },
    { key: "calendar", href: "/staff/calendar" },
  ],
] as const;

const CALENDAR = "/staff/calendar";
/** What stands beside the devices, or for those who have no devices beside the calendar. */
const BESIDE = [
  CALENDAR,
  "/staff/audit",
  "/staff/status",
  "/staff/access-requests",
  "/staff/settings",
  "/staff/settings/versions",
  "/staff/settings/policy",
];

/** Whoever has the devices finds the calendar among them. */
const within = (href: string, pages: readonly string[]) =>
  href === CALENDAR && pages.includes("/staff/devices");

/** One voucher's own page belongs to confirming; its list is a place of its own. */
function isHere(href: string, path: string): boolean {
  if (href === "/staff") return path === "/staff" || path.startsWith("/staff/vouchers/");
  if (href === "/staff/vouchers") return path === href;
  return path === href || path.startsWith(`${href}/`);
}

/** The sections that one may open, with how many vouchers wait for an officer. */
export function StaffNav({ openCount, pages }: { openCount: number; pages: readonly string[] }) {
  const t = useTranslations("staff.nav");
  const path = usePathname();
  const open = (href: string) => pages.includes(href) && !within(href, pages);
  return (
    <nav
      aria-label={t("label")}
      className="flex min-w-0 flex-1 flex-wrap gap-1 max-[1439px]:gap-0.5 tall:order-last tall:basis-full"
    >
      {GROUPS.map((group) => (
        <div key={group[0].key} className="flex flex-wrap gap-1 max-[1439px]:gap-0.5 tall:basis-full">
          {group
            .filter(({ href }) => open(href))
            .map(({ key, href }) => {
              const beside = (key === "devices" || key === "calendar") && BESIDE.includes(path);
              return (
                <Place key={key} href={href} here={isHere(href, path) || beside}>
                  {t(key)}
                  {key === "confirm" && openCount > 0 && (
                    <span className="ml-2.5 min-w-7 rounded-round bg-gold px-2 text-center text-[17px] leading-7 font-head text-ink tabular-nums">
                      <span aria-hidden="true">{openCount}</span>
                      <span className="sr-only">{t("open", { count: openCount })}</span>
                    </span>
                  )}
                </Place>
              );
            })}
        </div>
      ))}
    </nav>
  );
}

function Place({ href, here, children }: { href: string; here: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={
        "flex min-h-14 items-center justify-center rounded-field px-5 font-strong whitespace-nowrap max-[1439px]:px-1.5 max-[1439px]:text-[17px] tall:flex-auto " +
        (here ? "bg-ink text-on-navy" : "text-ink-soft")
      }
    >
      {children}
    </Link>
  );
}
