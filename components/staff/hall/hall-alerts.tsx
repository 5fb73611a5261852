"use client";

import { useTranslations } from "next-intl";
import { SoundIcon } from "@/components/ui/icons";
import type { LiveHall } from "@/lib/hall/types";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { useWords } from "../use-words";
import { raisedAlerts, useAlertSound, useMuted, useSoundHeldBack, type RaisedAlert } from "./use-alerts";

const SHOWN = 3;
const MOST_AT_ONCE = 100;

/** Who comes near the promise, until an officer says by name that they have seen it. */
export function HallAlerts({
  hall,
  now,
  acknowledge,
}: {
  hall: LiveHall;
  now: number;
  acknowledge: Send<null>;
}) {
  const t = useTranslations("hall.alerts");
  const [muted, setMuted] = useMuted();
  const [heldBack, release] = useSoundHeldBack();
  const held = heldBack && !muted;
  const alerts = raisedAlerts(hall, now);
  useAlertSound(alerts, muted);
  const request = useRequest("acknowledge-alerts", acknowledge, { keyed: false });
  const seen = (which: readonly RaisedAlert[]) =>
    void request.run({
      alerts: which.slice(0, MOST_AT_ONCE).map(({ line, level }) => ({ ticketId: line.ticketId, level })),
    });
  const more = alerts.length - SHOWN;
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lead">{t("title")}</h2>
        <button
          type="button"
          aria-pressed={!muted && !held}
          data-sound
          onClick={() => (held ? release() : setMuted(!muted))}
          className={buttonClass("secondary", "small")}
        >
          <SoundIcon muted={muted || held} className="h-6 w-auto" />
          {t(held ? "soundHeld" : muted ? "soundOff" : "soundOn")}
        </button>
      </div>
      <div role="region" aria-label={t("title")} aria-live="assertive" className="flex flex-col gap-4">
        {alerts.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
        {alerts.slice(0, SHOWN).map((alert) => (
          <AlertCard
            key={`${alert.line.ticketId}:${alert.level}`}
            alert={alert}
            now={now}
            busy={request.phase !== "idle"}
            onSeen={() => seen([alert])}
          />
        ))}
      </div>
      {more > 0 && (
        <button
          type="button"
          aria-busy={request.phase !== "idle"}
          onClick={() => seen(alerts)}
          className={buttonClass("secondary")}
        >
          {t("all", { count: alerts.length })}
        </button>
      )}
      <Refusal refusal={request.refusal} />
      <LostServer lost={request.phase === "lost"} />
      <SeenBy hall={hall} />
    </>
  );
}

function AlertCard({
  alert: { line, level },
  now,
  busy,
  onSeen,
}: {
  alert: RaisedAlert;
  now: number;
  busy: boolean;
  onSeen: () => void;
}) {
  const t = useTranslations("hall.alerts");
  const { minutes } = useWords();
  const left = Math.floor((line.promiseEndsAt - now) / 60_000);
  const queue = line.queueNumber ?? "–";
  return (
    <div
      data-alert={line.queueNumber ?? ""}
      data-level={level}
      className="rounded-control bg-amber-wash px-6 py-5"
    >
      <p className="text-small font-head text-amber">{t("level", { wait: minutes(level) })}</p>
      <h3 className="mt-1 text-[21px] leading-tight">
        {left >= 0 ? t("left", { queue, minutes: left }) : t("past", { queue, minutes: -left })}
      </h3>
      <button
        type="button"
        aria-busy={busy}
        aria-label={t("seenFor", { queue })}
        onClick={onSeen}
        className={`mt-3 w-full ${buttonClass("secondary", "small")}`}
      >
        {t("seen")}
      </button>
    </div>
  );
}

/** The latest acknowledgements, so that everybody knows who looks after whom. */
function SeenBy({ hall }: { hall: LiveHall }) {
  const t = useTranslations("hall.alerts");
  const { clock } = useWords();
  const seen = hall.lines
    .flatMap(({ ticketId, queueNumber, acknowledged }) => {
      const last = acknowledged.at(-1);
      return last ? [{ ticketId, queue: queueNumber ?? "–", ...last }] : [];
    })
    .sort((one, other) => other.at - one.at)
    .slice(0, 4);
  if (seen.length === 0) return null;
  return (
    <ul className="text-small text-ink-soft">
      {seen.map(({ ticketId, queue, byName, at }) => (
        <li key={ticketId}>{t("seenBy", { queue, name: byName, time: clock(at) })}</li>
      ))}
    </ul>
  );
}
