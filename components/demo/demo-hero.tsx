import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import type { DemoSignIn } from "@/lib/access/types";

/** Which office this is, what time it is there, and the language. */
export function DemoHeader({ office, now, corner }: { office: string; now: number; corner: ReactNode }) {
  const t = useTranslations("demo");
  const format = useFormatter();
  return (
    <header className="relative flex flex-wrap items-center gap-x-6 gap-y-3">
      <Logo className="size-12" />
      <p className="mr-auto leading-tight">
        <strong className="block font-head">{office}</strong>
        <span className="text-small text-ink-soft">{t("title")}</span>
      </p>
      {corner}
      <p className="ml-auto text-right leading-tight" data-office-clock>
        <span className="sr-only">{t("clock")} </span>
        <strong className="block text-lead font-head tabular-nums">
          {format.dateTime(now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
        </strong>
        <span className="text-small text-ink-soft">
          {format.dateTime(now, { weekday: "long", day: "numeric", month: "long" })}
        </span>
      </p>
    </header>
  );
}

/** What this is, in two sentences, and the ways in. */
export function DemoHero({ signIns }: { signIns: readonly DemoSignIn[] }) {
  const t = useTranslations("demo");
  return (
    <div className="relative grid items-center gap-10 wide:grid-cols-[minmax(0,1fr)_minmax(0,28rem)] wide:gap-16">
      <div className="flex flex-col gap-6">
        <h1 className="max-w-[18ch] text-display">{t("headline")}</h1>
        <p className="max-w-[56ch] text-lead text-ink-soft">{t("lead")}</p>
      </div>
      <nav aria-label={t("start.title")} data-tone="navy" className="rounded-card bg-navy p-8 text-on-navy">
        <h2 className="text-lead">{t("start.title")}</h2>
        <ul className="mt-4 flex flex-col">
          <Door
            href="/kiosk"
            target="janji-kiosk"
            name={t("start.kiosk.name")}
            note={t("start.kiosk.note")}
          />
          <Door href="/staff" name={t("start.staff.name")} note={t("start.staff.note")}>
            {signIns.map(({ username, password, role }) => (
              <span key={username} className="block text-small text-on-navy-soft">
                <strong className="text-on-navy">{t(`role.${role}`)}</strong>{" "}
                {t("start.signIn", { username, password })}
              </span>
            ))}
          </Door>
          <li className="border-t border-on-navy/15 pt-4 leading-snug">
            <strong className="block font-head">{t("start.api.name")}</strong>
            <span className="text-small text-on-navy-soft">{t("start.api.note")}</span>
          </li>
        </ul>
      </nav>
    </div>
  );
}

function Door({
  href,
  target,
  name,
  note,
  children,
}: {
  href: string;
  target?: string;
  name: string;
  note: string;
  children?: ReactNode;
}) {
  return (
    <li className="border-t border-on-navy/15 py-4 first:border-0">
      <a
        href={href}
        target={target}
        className="flex min-h-12 flex-col justify-center rounded-field leading-snug"
      >
        <strong className="text-lead font-head text-gold underline-offset-4 hover:underline">{name}</strong>
        <span className="text-on-navy-soft">{note}</span>
      </a>
      {children && <p className="mt-2 flex flex-col gap-1">{children}</p>}
    </li>
  );
}
