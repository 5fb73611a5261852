"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import type { DeviceAlert, SignedInAccount } from "@/lib/access/types";
import type { SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import { AlertStrip } from "../contradictions/alert-strip";
import { StockStrip } from "../souvenirs/stock-strip";
import type { Send } from "../types";
import { AccountMenu } from "./account-menu";
import { CallBanner, type CallView } from "./call-banner";
import { DeviceAlerts } from "./device-alerts";
import { OfficeClock } from "./office-clock";
import { SessionKeeper, type SignInHere } from "./session-keeper";
import { StaffNav } from "./staff-nav";
import { LiveChanges, useLive } from "./use-live";

/** The rules by which kiosks answer: read by everybody who works by them. */
const RULES = "/staff/settings/policy";
/** The state of the system: one tap away from every page, for whoever is asked what is wrong. */
const STATUS = "/staff/status";

export type StaffShellProps = {
  account: SignedInAccount;
  /** The pages that this account may open. */
  pages: readonly string[];
  /** Where this account begins. */
  home: string;
  openCount: number;
  /** How many corrections contradict a voucher and wait for an officer. */
  alertCount: number;
  /** The souvenirs of which few or none are left. */
  souvenirs: readonly SouvenirItem[];
  calls: readonly CallView[];
  alerts: readonly DeviceAlert[];
  /** The office's present instant, epoch ms. */
  serverNow: number;
  zoneLabel: string;
  locales: readonly { readonly code: string; readonly label: string }[];
  answerCall: Send<null>;
  acknowledgeAlert: Send<null>;
  setLanguage: Send<null>;
  signInHere: SignInHere;
  children: ReactNode;
};

/** The frame of every signed-in page: where one is, who one is, whether the screen is live, who is calling. */
export function StaffShell({ children, ...shell }: StaffShellProps) {
  const t = useTranslations("staff");
  const { state: live, listen } = useLive();
  return (
    <>
      <a
        href="#content"
        className="absolute left-4 top-2 z-10 -translate-y-24 rounded-field bg-ink px-5 py-3 text-on-navy focus-visible:translate-y-0"
      >
        {t("nav.skip")}
      </a>
      <header className="shrink-0 border-b border-line bg-card">
        <div className="mx-auto flex max-w-[1440px] flex-wrap items-center gap-x-4 gap-y-1 px-(--edge) py-3">
          <Link
            href={shell.home}
            aria-label={t("nav.home")}
            className="flex size-12 items-center rounded-field"
          >
            <Logo className="size-10" />
          </Link>
          <StaffNav openCount={shell.openCount} pages={shell.pages} />
          <AccountMenu
            own="/staff/account"
            rules={shell.pages.includes(RULES) ? RULES : null}
            status={shell.pages.includes(STATUS) ? STATUS : null}
            name={shell.account.name}
            role={shell.account.role}
            live={live}
            locales={shell.locales}
            setLanguage={shell.setLanguage}
          />
          <OfficeClock serverNow={shell.serverNow} zoneLabel={shell.zoneLabel} />
        </div>
      </header>
      <div role="status">
        {live === "lost" && (
          <p className="bg-amber-wash px-(--edge) py-3 text-amber">
            <strong className="font-head">{t("live.lostTitle")}.</strong> {t("live.lostBody")}
          </p>
        )}
      </div>
      <AlertStrip count={shell.alertCount} />
      {shell.pages.includes("/staff/souvenirs") && <StockStrip items={shell.souvenirs} />}
      <CallBanner calls={shell.calls} answer={shell.answerCall} />
      <DeviceAlerts alerts={shell.alerts} acknowledge={shell.acknowledgeAlert} />
      <main id="content" tabIndex={-1} className="flex-1 outline-0">
        <LiveChanges value={listen}>{children}</LiveChanges>
      </main>
      <SessionKeeper accountId={shell.account.id} signInHere={shell.signInHere} />
    </>
  );
}
