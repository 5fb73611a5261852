"use client";

import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SettingVersionsPage } from "@/lib/vouchers/office-settings/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { ChangeList } from "./change-list";
import { keyOf, useProblemWords } from "./draft-context";

const PATH = "/staff/settings/versions";

/** Every version of the settings: who, when, what changed; and a way to take one again. */
export function VersionList({
  page,
  takeAgain,
}: {
  page: SettingVersionsPage;
  takeAgain: Send<{ version: number }>;
}) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const moment = (at: number) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  return (
    <div className="flex flex-col gap-6">
      {page.look && (
        <TakeAgain key={page.look.version} look={page.look} newest={page.newest} takeAgain={takeAgain} />
      )}
      <ul className={SHEET}>
        {page.rows.map((row) => (
          <li
            key={row.version}
            data-version={row.version}
            className="flex flex-col gap-3 border-t border-line px-6 py-4 first:border-t-0"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <h2 className="text-lead">{t("version", { version: row.version })}</h2>
              {row.version === page.newest && (
                <span className="rounded-round bg-green-wash px-3 py-0.5 text-small font-strong text-green">
                  {t("inForce")}
                </span>
              )}
              <p className="mr-auto text-ink-soft">
                {t("by", { name: row.byName ?? "none", moment: moment(row.at) })}
              </p>
              {row.version !== page.newest && (
                <Link
                  href={`${PATH}?look=${row.version}`}
                  aria-label={t("takeLabel", { version: row.version })}
                  className={buttonClass("secondary", "small")}
                >
                  {t("take")}
                </Link>
              )}
            </div>
            {row.changes === null ? (
              <p>{t("firstVersion")}</p>
            ) : row.changes.length === 0 ? (
              <p>{t("noDifference")}</p>
            ) : (
              <ChangeList changes={row.changes} />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-6">
        <Link href="/staff/settings" className={TEXT_LINK}>
          {t("toSettings")}
        </Link>
        {page.next !== null && (
          <Link href={`${PATH}?before=${page.next}`} className={TEXT_LINK}>
            {t("older")}
          </Link>
        )}
      </div>
    </div>
  );
}

/** What taking a version again would change, before anybody says yes. It becomes a version of its own. */
function TakeAgain({
  look,
  newest,
  takeAgain,
}: {
  look: NonNullable<SettingVersionsPage["look"]>;
  newest: number;
  takeAgain: Send<{ version: number }>;
}) {
  const t = useTranslations("settings");
  const words = useProblemWords();
  const router = useRouter();
  const { pending, refusal, send } = useSend(takeAgain);
  const [asked, setAsked] = useState(false);
  const { count = 0, days = 0 } = refusal?.details ?? {};
  const retention = refusal?.code === "RETENTION";
  const take = () => {
    setAsked(true);
    send({ version: newest, take: look.version, accepted: retention }, () => router.replace(PATH));
  };
  const same = look.changes.length === 0;
  return (
    <section aria-labelledby="look" className="flex flex-col gap-4 rounded-control bg-gold-wash p-6">
      <h2 id="look" className="text-lead">
        {t("lookTitle", { version: look.version })}
      </h2>
      {same ? <p>{t("lookSame")}</p> : <ChangeList changes={look.changes} />}
      <div role="alert" className="empty:hidden">
        {asked && retention && (
          <p className="font-strong text-amber">{t("retention.ask", { count, days })}</p>
        )}
        {asked && refusal?.code === "BAD_FIELDS" && (
          <ul className="font-strong text-amber">
            {Object.entries(refusal.details ?? {}).map(([path, problem]) => (
              <li key={path}>
                {t(`field.${keyOf(path)}`)}: {words(path, String(problem))}
              </li>
            ))}
          </ul>
        )}
      </div>
      {refusal !== null && !retention && refusal.code !== "BAD_FIELDS" && <RefusalNote refusal={refusal} />}
      <div className="flex flex-wrap gap-3">
        {!same && (
          <button
            type="button"
            aria-busy={pending}
            onClick={take}
            className={buttonClass("primary", "small")}
          >
            {t(retention ? "retention.yes" : "takeDo")}
          </button>
        )}
        <Link href={PATH} className={buttonClass("secondary", "small")}>
          {t("takeCancel")}
        </Link>
      </div>
    </section>
  );
}
