"use client";

import { useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, type ReactNode } from "react";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Role } from "@/lib/access/types";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { signOut } from "./session-signal";
import type { LiveState } from "./use-live";

const LIVE_SHAPE = {
  connecting: "bg-transparent shadow-[inset_0_0_0_2px_var(--color-ink-mid)]",
  connected: "bg-green",
  lost: "bg-amber rounded-none rotate-45",
} as const;

/** Who is signed in, whether this screen is live, and behind one tap: the language and the way out. */
export function AccountMenu({
  own,
  rules,
  status,
  name,
  role,
  live,
  locales,
  setLanguage,
}: {
  /** The page of one's own account. */
  own: string;
  /** The page of the rules; null for those whom it does not concern. */
  rules: string | null;
  /** The page of the system's state; the same. */
  status: string | null;
  name: string;
  role: Role;
  live: LiveState;
  locales: readonly { readonly code: string; readonly label: string }[];
  setLanguage: Send<null>;
}) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const { run } = useRequest("set-language", setLanguage, { keyed: false });
  const choose = async (code: string) => {
    if ((await run({ locale: code }))?.ok) router.refresh();
  };
  const leaving = useSend(signOut);
  return (
    <div className="relative ml-auto">
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-14 flex-col items-end justify-center rounded-field px-3 text-right leading-tight"
      >
        <strong className="font-head">{name}</strong>
        <span className="flex items-center gap-2 text-small text-ink-soft" role="status">
          {t(`account.${role}`)}
          <span aria-hidden="true" className={`ml-1 size-2.5 rounded-round ${LIVE_SHAPE[live]}`} />
          <span
            className={live === "lost" ? "font-strong text-amber" : "max-[1439px]:sr-only tall:not-sr-only"}
          >
            {t(`live.${live}`)}
          </span>
        </span>
        <span className="sr-only">{t("account.menu")}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="inset-auto top-30 right-(--edge) m-0 w-72 rounded-control bg-card p-5 text-ink shadow-lift"
      >
        <p className="text-small font-strong text-ink-soft">{t("account.language")}</p>
        <div className="mt-2 grid grid-cols-2 gap-2" role="group" aria-label={t("account.language")}>
          {locales.map(({ code, label }) => (
            <button
              key={code}
              type="button"
              lang={code}
              aria-pressed={code === locale}
              onClick={() => void choose(code)}
              className={buttonClass(code === locale ? "primary" : "secondary", "small")}
            >
              {label}
            </button>
          ))}
        </div>
        <MenuLink href={own} menu={id} first>
          {t("account.own")}
        </MenuLink>
        {rules !== null && (
          <MenuLink href={rules} menu={id}>
            {t("account.rules")}
          </MenuLink>
        )}
        {status !== null && (
          <MenuLink href={status} menu={id}>
            {t("account.status")}
          </MenuLink>
        )}
        <button
          type="button"
          aria-busy={leaving.pending}
          onClick={() => leaving.send(null)}
          className={`mt-3 w-full ${buttonClass("secondary")}`}
        >
          {t("account.signOut")}
        </button>
        <RefusalNote refusal={leaving.refusal} />
      </div>
    </div>
  );
}

/** A way out of the menu, which closes behind whoever takes it. */
function MenuLink({
  href,
  menu,
  first = false,
  children,
}: {
  href: string;
  /** The menu's id. */
  menu: string;
  first?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      onClick={() => document.getElementById(menu)?.hidePopover()}
      className={`${first ? "mt-5" : "mt-3"} w-full ${buttonClass("secondary")}`}
    >
      {children}
    </Link>
  );
}
