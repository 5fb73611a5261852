"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CameraIcon, DashIcon, DisturbanceIcon } from "@/components/ui/icons";
import { Awaits } from "./awaits";
import { useFrame } from "./frame-context";
import { ScreenShell } from "./screen-shell";
import { useWording } from "./use-wording";

/** `off`: this kiosk has a reader only. `missing` and `refused` offer scanner and keypad instead. */
export type CameraView = "off" | "starting" | "live" | "missing" | "refused";

export type AttractScreenProps = {
  camera: CameraView;
  /** The camera's own element (a `video`), shown while starting and live. */
  viewfinder?: ReactNode;
  /** How to hold the code to a reader, in the camera's place where there is none; null until it is there. */
  picture?: ReactNode;
  /** Since when a declared disruption goes on, epoch ms; null when none does. */
  disturbedSince?: number | null;
  /** A code is in view that is no booking: said here, while the camera goes on looking. */
  notBooking?: boolean;
  onKeypad: () => void;
  onInfo: () => void;
  /** Demo offices only: where the example codes are. */
  demoHref?: string;
};

/** The screen at rest: the question, the promise, and how to find out. */
export function AttractScreen(props: AttractScreenProps) {
  const { camera, viewfinder, picture = null, notBooking = false, disturbedSince = null } = props;
  const { onKeypad, onInfo, demoHref } = props;
  const t = useTranslations("kiosk.attract");
  const { office } = useFrame();
  const { wait } = useWording();
  const promise = wait(office.thresholdMs);
  const seen = camera === "starting" || camera === "live" || picture === null;
  const aim = notBooking && camera === "live" ? "notBooking" : camera;
  return (
    <ScreenShell
      name="attract"
      title={t("title", { promise })}
      lead={t("lead", { promise })}
      heroSize="fill"
      hero={
        <Card
          className="flex min-h-0 flex-1 flex-col overflow-hidden py-9 text-center"
          data-camera={camera}
          data-fit-box
        >
          <div className="scan-box">
            {!seen && picture}
            <Viewfinder live={camera === "live"} seen={seen}>
              {viewfinder}
            </Viewfinder>
          </div>
          <h2 className="mt-6 flex items-center justify-center gap-4 px-6 text-title">
            {aim === "notBooking" && <DashIcon className="h-[.8em] w-auto text-amber" />}
            {(camera === "missing" || camera === "refused") && (
              <CameraIcon className="h-[.8em] w-auto text-amber" />
            )}
            {t(`scan.${aim}.title`)}
          </h2>
          <p className={`mt-2 px-6 text-soft ${notBooking ? "" : "optional-gone:hidden"}`}>
            {t(`scan.${aim}.text`)}
          </p>
        </Card>
      }
      rest={
        <>
          {disturbedSince === null ? <Awaits title={t("awaits")} /> : <Disturbance since={disturbedSince} />}
          <p className="text-small text-soft optional-gone:hidden">{t("privacy")}</p>
        </>
      }
      status={t(`scan.${aim}.title`)}
      actions={
        <>
          <Button tone="secondary" size="kiosk" onClick={onInfo}>
            {t("info")}
          </Button>
          {demoHref !== undefined && (
            <Button tone="secondary" size="kiosk" onClick={() => window.location.assign(demoHref)}>
              {t("demo")}
            </Button>
          )}
          <Button size="kiosk" onClick={onKeypad}>
            {t("keypad")}
          </Button>
        </>
      }
    />
  );
}

/** Said to the whole hall while it lasts, in the place of what awaits: the truth first, the promise later. */
function Disturbance({ since }: { since: number }) {
  const t = useTranslations("kiosk.attract.disturbance");
  const { clock } = useWording();
  return (
    <div
      role="status"
      data-disturbance
      className="flex items-start gap-5 rounded-control bg-amber-wash px-8 py-6"
    >
      <DisturbanceIcon className="mt-[.2em] h-[1.1em] w-auto text-amber" />
      <p className="leading-snug">
        <strong className="block font-head text-amber">{t("title", { time: clock(since) })}</strong>
        {t("text")}
      </p>
    </div>
  );
}

/**
 * The live picture with a guide: four corners, nothing else, so that the code stays easy to aim. Unseen it stays on the
 * page, so that a camera that failed is tried again.
 */
function Viewfinder({ live, seen, children }: { live: boolean; seen: boolean; children: ReactNode }) {
  return (
    <div className="viewfinder" hidden={!seen}>
      {children}
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="xMidYMid meet"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
      >
        <path
          d="M2 22V10Q2 2 10 2H22M78 2H90Q98 2 98 10V22M98 78V90Q98 98 90 98H78M22 98H10Q2 98 2 90V78"
          className={live ? "stroke-gold" : "stroke-on-navy-soft"}
          strokeWidth="3"
        />
      </svg>
    </div>
  );
}
