"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { DecodeAnswer } from "./decode.worker";

/** INSECURE: browsers give no camera to pages without TLS (except on localhost). */
export type CameraState = "starting" | "live" | "missing" | "refused" | "insecure";

const LENS_KEY = "janji-lens";
const RETRY_MS = 5_000;

function stateOf(fault: unknown): CameraState {
  const name = fault instanceof Error ? fault.name : "";
  return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing";
}

function openCamera(): Promise<MediaStream> {
  const lens = window.localStorage.getItem(LENS_KEY);
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const chosen = lens ? { deviceId: { ideal: lens } } : { facingMode: { ideal: "environment" } };
  return navigator.mediaDevices.getUserMedia({ video: { ...size, ...chosen }, audio: false });
}

/**
 * The camera's picture, mirrored as people expect of a screen that looks at them, and every QR code in it, decoded in a
 * worker so that touch never waits. Frames live in memory for one look and are stored nowhere.
 * Several codes in view arrive as one text, a line each: whoever parses it refuses to guess.
 */
export function CameraScanner({
  onScan,
  onState,
  className,
}: {
  readonly onScan: (text: string) => void;
  readonly onState?: (state: CameraState) => void;
  readonly className?: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const scanned = useEffectEvent(onScan);
  const tell = useEffectEvent((state: CameraState) => onState?.(state));

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    // Browsers leave this out on pages without TLS, whatever its type says.
    if (!("mediaDevices" in navigator)) {
      tell(window.isSecureContext ? "missing" : "insecure");
      return;
    }
    // Asked anew after every wait, since the component may have left meanwhile.
    const life = { over: false };
    const over = () => life.over;
    let stream: MediaStream | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const worker = new Worker(new URL("./decode.worker.ts", import.meta.url), { type: "module" });
    let busy = false;
    worker.addEventListener("message", (event: MessageEvent<DecodeAnswer>) => {
      busy = false;
      const { texts } = event.data;
      if (!over() && texts.length > 0) scanned([...new Set(texts)].join("\n"));
    });
    worker.addEventListener("error", () => {
      busy = false;
    });

    const look = () => {
      if (over()) return;
      element.requestVideoFrameCallback(look);
      if (busy || element.videoWidth === 0) return;
      busy = true;
      createImageBitmap(element).then(
        (frame) => (over() ? frame.close() : worker.postMessage({ frame }, [frame])),
        () => {
          busy = false;
        },
      );
    };

    const start = async () => {
      tell("starting");
      try {
        const opened = await openCamera();
        if (over()) return opened.getTracks().forEach((track) => track.stop());
        stream = opened;
        // A camera that is pulled out and put back comes back by itself.
        opened.getVideoTracks()[0]?.addEventListener("ended", again);
        element.srcObject = opened;
        await element.play();
        if (over()) return;
        tell("live");
        element.requestVideoFrameCallback(look);
      } catch (fault) {
        if (over()) return;
        tell(stateOf(fault));
        again();
      }
    };
    const again = () => {
      clearTimeout(retry);
      if (!over()) retry = setTimeout(() => void start(), RETRY_MS);
    };
    void start();

    return () => {
      life.over = true;
      clearTimeout(retry);
      worker.terminate();
      stream?.getTracks().forEach((track) => track.stop());
      element.srcObject = null;
    };
  }, []);

  return (
    <video
      ref={video}
      className={className}
      style={{ transform: "scaleX(-1)" }}
      muted
      playsInline
      aria-hidden="true"
    />
  );
}
