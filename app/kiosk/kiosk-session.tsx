"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { AttractScreen, type CameraView } from "@/components/kiosk/attract-screen";
import { CheckingScreen } from "@/components/kiosk/checking-screen";
import { ClosedScreen } from "@/components/kiosk/closed-screen";
import { KioskFrame } from "@/components/kiosk/kiosk-frame";
import type { FrameState } from "@/components/kiosk/frame-context";
import type { OfficerCall } from "@/components/kiosk/officer-called-dialog";
import { playSound } from "@/components/kiosk/sounds";
import { LostServerScreen, RestAwayScreen, StaleScreen } from "@/components/kiosk/server-trouble-screens";
import { CameraScanner } from "@/components/scan/camera-scanner";
import { useWedgeScanner } from "@/components/scan/use-wedge-scanner";
import { askByName } from "./ask-server";
import { useCheck } from "./use-check";
import { useIdle } from "./use-idle";
import type { LaterScreens } from "./use-later-screens";
import { useSighting } from "./use-sighting";

type View = "attract" | "keypad" | "info" | "check";

/** Their screens ask for another code, so the camera goes on looking behind them. */
const ASKS_AGAIN = new Set<string>(["UNKNOWN_BOOKING", "UNREADABLE", "AMBIGUOUS"]);

interface SessionProps {
  readonly frame: Omit<FrameState, "onCallOfficer">;
  readonly now: number;
  readonly heard: (serverNow: number) => void;
  readonly closed: { readonly opensAt: number | null } | null;
  readonly disturbedSince: number | null;
  readonly camera: CameraView;
  readonly onCamera: (camera: CameraView) => void;
  readonly later: LaterScreens;
  /** The server is lost; said while nobody is here, so that nobody scans in vain. */
  readonly away: boolean;
  /** This page should load itself anew: as soon as nobody is before it. */
  readonly stale: boolean;
  /** Ends the session: everything of it is forgotten with the component. */
  readonly onEnd: () => void;
}

/** A page that is out of date says so for a moment before it loads itself anew. */
const RELOAD_AFTER_MS = 2_000;

/** One person before the kiosk, from the first touch or scan until everything is forgotten. */
export function KioskSession(props: SessionProps) {
  const { frame, now, heard, closed, disturbedSince, camera, away, stale, onEnd } = props;
  const { screens, missing } = props.later;
  const { office, muted } = frame;
  const [chosen, setView] = useState<View>("attract");
  const [touched, setTouched] = useState(false);
  const [officer, setOfficer] = useState<OfficerCall | null>(null);
  const [hold, setHold] = useState(false);
  const { state, scan, reset } = useCheck();

  const sighting = useSighting(state, chosen === "attract", reset);
  const view = sighting.toAnswer ? "check" : chosen;
  const check = (payload: string) => {
    sighting.clear();
    setView("check");
    scan(payload);
  };
  const see = (payload: string) => {
    sighting.mark();
    scan(payload);
  };
  useWedgeScanner({ onScan: check });

  const result = state.phase === "answered" ? state.result : null;
  const answer = result?.ok ? result.value : null;
  const announce = useEffectEvent(() => {
    if (!result) return;
    if (answer) heard(answer.serverNow);
    const unread = answer?.outcome === "UNREADABLE" || answer?.outcome === "AMBIGUOUS";
    playSound(unread ? "unread" : "answer", muted);
  });
  useEffect(() => announce(), [result]);

  const atRest = view === "attract" && !touched;
  const payload = state.phase === "answered" ? state.payload : "";
  const refused = result && !result.ok ? result.code : null;
  const leaving = (stale && atRest) || refused === "NOT_ENROLLED";
  useEffect(() => {
    if (!leaving) return;
    const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [leaving]);
  const idle = useIdle({
    active: !atRest && state.phase !== "checking" && !leaving,
    paused: state.phase === "lost" || refused === "STORAGE" || officer === "CALLING" || hold,
    onWarn: () => playSound("idle", muted),
    onGone: onEnd,
  });

  const callOfficer = async (cancel: boolean) => {
    setOfficer(cancel ? null : "CALLING");
    const called = await askByName("call-officer", { cancel });
    if (!cancel) setOfficer(called?.ok ? "CALLED" : "UNREACHABLE");
  };

  const toKeypad = () => {
    reset();
    setView("keypad");
  };
  const toInfo = () => setView("info");

  const screen = () => {
    if (leaving) return <StaleScreen />;
    // What is wanted is still not there: it is the server that is lost.
    if (missing && (view !== "attract" || officer)) return <LostServerScreen onDone={onEnd} />;
    // Until what was touched for is there, everything stays as it is.
    if (view === "attract" || (view !== "check" && !screens)) {
      if (away) return <RestAwayScreen />;
      if (closed) return <ClosedScreen opensAt={closed.opensAt} onInfo={toInfo} onDone={onEnd} />;
      return (
        <AttractScreen
          camera={camera}
          disturbedSince={disturbedSince}
          notBooking={sighting.notBooking}
          picture={screens && <screens.ScanPicture />}
          viewfinder={
            <CameraScanner
              onScan={see}
              onState={(next) => props.onCamera(next === "insecure" ? "off" : next)}
            />
          }
          onKeypad={toKeypad}
          onInfo={toInfo}
          {...(office.demo ? { demoHref: "/demo" } : {})}
        />
      );
    }
    if (view === "check" && state.phase === "lost") return <LostServerScreen onDone={onEnd} />;
    if (!screens || (view === "check" && state.phase !== "answered")) return <CheckingScreen />;
    if (view === "info") return <screens.InfoView onDone={onEnd} />;
    if (view === "keypad") return <screens.KeypadView onSubmit={check} onCancel={onEnd} />;
    if (answer) {
      return (
        <screens.AnswerView
          key={answer.serverNow}
          answer={answer}
          payload={payload}
          now={now}
          paperWidth={office.paperWidth}
          onKeypad={toKeypad}
          onInfo={toInfo}
          onDone={onEnd}
          onHold={setHold}
        />
      );
    }
    if (refused === "STORAGE") return <screens.StorageScreen onDone={onEnd} />;
    return (
      <screens.TooManyScreen
        reason={refused === "TOO_MANY" ? "TOO_MANY" : "BUSY"}
        requestId={result?.ok === false ? result.requestId : undefined}
        onDone={onEnd}
      />
    );
  };

  const navy = view === "check" && answer?.outcome === "ELIGIBLE";
  return (
    <div onPointerDownCapture={() => setTouched(true)} onKeyDownCapture={() => setTouched(true)}>
      <KioskFrame
        {...frame}
        now={now}
        tone={navy ? "navy" : "paper"}
        onCallOfficer={() => void callOfficer(false)}
      >
        {screen()}
        {view === "check" && answer && ASKS_AGAIN.has(answer.outcome) && (
          <CameraScanner
            onScan={check}
            className="pointer-events-none fixed top-0 left-0 size-px opacity-0"
          />
        )}
        {screens && office.demo && <screens.DemoScanner />}
        {screens && officer && (
          <screens.OfficerCalledDialog
            state={officer}
            onClose={() => setOfficer(null)}
            onCancelCall={() => void callOfficer(true)}
          />
        )}
        {screens && idle.secondsLeft !== null && (
          <screens.IdleDialog secondsLeft={idle.secondsLeft} onStay={idle.stay} onDone={onEnd} />
        )}
      </KioskFrame>
    </div>
  );
}
