"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Camera, type CameraState } from "./camera";
import { Sightings } from "./sightings";

export type { CameraState } from "./camera";

/**
 * The camera's picture, mirrored when it looks at the person, as people expect of a mirror; the reader sees it as it is.
 * Several codes in view arrive as one text with record separators between them: the booking among them counts.
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
  const [mirrored, setMirrored] = useState(true);
  const scanned = useEffectEvent(onScan);
  const tell = useEffectEvent((state: CameraState) => onState?.(state));

  useEffect(() => {
    if (!video.current) return;
    const sightings = new Sightings();
    const camera = new Camera(video.current, {
      onState: (state) => tell(state),
      onFacing: setMirrored,
      onTexts: (texts) => {
        const scan = sightings.see(texts, performance.now());
        if (scan !== null) scanned(scan);
      },
    });
    return () => camera.close();
  }, []);

  return (
    <video
      ref={video}
      className={className}
      style={mirrored ? { transform: "scaleX(-1)" } : undefined}
      muted
      playsInline
      aria-hidden="true"
    />
  );
}
