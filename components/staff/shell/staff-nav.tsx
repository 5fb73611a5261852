"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

const PLACES = [
  { key: "hall", href: "/staff/hall" },
  { key: "confirm", href: "/staff" },
  { key: "calls", href: "/staff/calls" },
  { key: "tickets", href: "/staff/tickets" },
  { key: "queue", href: "/staff/queue" },
  { key: "vouchers", href: "/staff/vouchers" },
  { key: "register", href: "/staff/register" },
  { key: "souvenirs", href: "/staff/souvenirs" },
  { key: "outages", href: "/staff/outages" },
  { key: "report", href: "/staff/report" },
  { key: "devices", href: "/staff/devices" },
  { key: "calendar", href: "/staff/calendar" },
] as const;

const CALENDAR = "/staff/calendar";
/** What stands beside the devices, or for those who have no devices beside the calendar. */
const BESIDE = [
  CALENDAR,
  "/staff/audit",
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
  return (
    <nav
      aria-label={t("label")}
      className="flex min-w-0 flex-1 flex-wrap gap-1 max-[1439px]:gap-0.5 tall:order-last tall:basis-full"
    >
      {PLACES.filter(({ href }) => pages.includes(href) && !within(href, pages)).map(({ key, href }) => {
        const here =
          isHere(href, path) || ((key === "devices" || key === "calendar") && BESIDE.includes(path));
        return (
          <Link
            key={key}
            href={href}
            aria-current={here ? "page" : undefined}
            className={
              "flex min-h-14 items-center justify-center rounded-field px-5 font-strong whitespace-nowrap max-[1439px]:px-1.5 max-[1439px]:text-[17px] tall:flex-auto " +
              (here ? "bg-ink text-on-navy" : "text-ink-soft")
            }
          >
            {t(key)}
            {key === "confirm" && openCount > 0 && (
              <span className="ml-2.5 min-w-7 rounded-round bg-gold px-2 text-center text-[17px] leading-7 font-head text-ink tabular-nums">
                <span aria-hidden="true">{openCount}</span>
                <span className="sr-only">{t("open", { count: openCount })}</span>
              </span>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
