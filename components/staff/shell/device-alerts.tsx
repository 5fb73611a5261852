"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useState } from "react";
import { DisturbanceIcon } from "@/components/ui/icons";
import type { DeviceAlert } from "@/lib/access/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass, TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";

const LOOK_PATH = "/staff/alerts";
/** Silence and printers' states are no changes of the trail that live pages follow. */
const LOOK_EVERY_MS = 10_000;
const PATIENCE_MS = 5_000;
const MOST_SHOWN = 4;

async function look(): Promise<readonly DeviceAlert[] | null> {
  try {
    const response = await fetch(LOOK_PATH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = (await response.json()) as { ok: boolean; value?: readonly DeviceAlert[] };
    return answer.ok && Array.isArray(answer.value) ? answer.value : null;
  } catch {
    return null;
  }
}

/** What needs a hand in the hall, on every page until it is mended or somebody says that they see to it. */
export function DeviceAlerts({
  alerts,
  acknowledge,
}: {
  alerts: readonly DeviceAlert[];
  acknowledge: Send<null>;
}) {
  const t = useTranslations("staff.alerts");
  const [newer, setNewer] = useState<{
    readonly page: readonly DeviceAlert[];
    readonly alerts: readonly DeviceAlert[];
  } | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      void look().then((found) => found && setNewer({ page: alerts, alerts: found }));
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [alerts]);
  // What was looked up counts until the page itself is drawn anew.
  const shown = newer && newer.page === alerts ? newer.alerts : alerts;
  return (
    <div role="region" aria-label={t("region")} aria-live="polite">
      {shown.slice(0, MOST_SHOWN).map((alert) => (
        <AlertRow key={`${alert.kind} ${alert.id}`} alert={alert} acknowledge={acknowledge} />
      ))}
      {shown.length > MOST_SHOWN && (
        <p className="border-b border-line bg-amber-wash px-(--edge) py-2 text-amber">
          <Link href="/staff/devices" className={TEXT_LINK}>
            {t("more", { count: shown.length - MOST_SHOWN })}
          </Link>
        </p>
      )}
    </div>
  );
}

function AlertRow({ alert, acknowledge }: { alert: DeviceAlert; acknowledge: Send<null> }) {
  const t = useTranslations("staff.alerts");
  const request = useRequest("acknowledge-alert", acknowledge, { keyed: false });
  const text = { name: alert.name, number: alert.name, state: alert.state };
  return (
    <div data-alert={alert.kind} className="border-b border-line bg-amber-wash px-(--edge) py-2 text-amber">
      <div className="mx-auto flex max-w-[1376px] items-center gap-4">
        <DisturbanceIcon className="h-6 w-auto shrink-0" />
        <p className="mr-auto min-w-0">
          <strong className="font-head">{t(`${alert.kind}.title`, text)}</strong>{" "}
          {t(`${alert.kind}.text`, text)}
        </p>
        {alert.voucherId !== undefined && (
          <Link href={`/staff/vouchers/${alert.voucherId}`} className={`${TEXT_LINK} shrink-0`}>
            {t("open")}
          </Link>
        )}
        {alert.kind !== "STORAGE" && (
          <button
            type="button"
            aria-busy={request.phase !== "idle"}
            onClick={() => void request.run({ kind: alert.kind, id: alert.id })}
            className={`${buttonClass("secondary", "small")} shrink-0`}
          >
            {t("acknowledge")}
          </button>
        )}
      </div>
      <Refusal refusal={request.refusal} className="mt-2" />
      <LostServer lost={request.phase === "lost"} className="mt-2" />
    </div>
  );
}
