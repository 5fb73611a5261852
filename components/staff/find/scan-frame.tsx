"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DrawnCode } from "@/components/kiosk/scan-picture";
import { CameraScanner, type CameraState } from "@/components/scan/camera-scanner";
import { CameraIcon } from "@/components/ui/icons";
import { buttonClass } from "../styles";

/** The frame that holds the drawing while a USB scanner waits, and the live view while the camera does. */
export function ScanFrame({ onScan }: { onScan: (text: string) => void }) {
  const t = useTranslations("staff.confirm");
  const [camera, setCamera] = useState<CameraState | "off">("off");
  const on = camera !== "off";
  return (
    <div className="flex flex-col items-center gap-4">
      <div className="relative grid aspect-4/3 w-full max-w-[440px] place-items-center overflow-hidden rounded-control bg-paper-deep">
        {on && (
          <CameraScanner
            onScan={onScan}
            onState={setCamera}
            className={`absolute inset-0 size-full object-cover ${camera === "live" ? "" : "invisible"}`}
          />
        )}
        {camera !== "live" && <SlipPicture />}
        <Corners />
      </div>
      <p role="status" className="min-h-12 text-center text-ink-soft">
        {t(`cameraStates.${camera}`)}
      </p>
      <button
        type="button"
        onClick={() => setCamera(on ? "off" : "starting")}
        aria-pressed={on}
        className={buttonClass("secondary")}
      >
        <CameraIcon className="h-6 w-auto" />
        {on ? t("closeCamera") : t("camera")}
      </button>
    </div>
  );
}

/** A slip with its code, drawn so that no camera ever reads it from the screen. */
function SlipPicture() {
  return (
    <svg
      viewBox="0 0 200 230"
      aria-hidden="true"
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="h-[78%] stroke-ink"
    >
      <path
        d="M30 8H170V222L156 212L142 222L128 212L114 222L100 212L86 222L72 212L58 222L44 212L30 222Z"
        className="fill-card"
      />
      <path d="M56 34H120" />
      <path d="M56 60H92M108 60H144" strokeWidth="12" className="stroke-gold" />
      <DrawnCode x={62} y={88} size={76} />
      <path d="M62 188H138" strokeWidth="6" strokeDasharray="14 8" />
    </svg>
  );
}

function Corners() {
  return (
    <svg
      viewBox="0 0 400 300"
      aria-hidden="true"
      fill="none"
      strokeWidth="6"
      strokeLinecap="round"
      className="pointer-events-none absolute inset-4 h-[calc(100%-32px)] w-[calc(100%-32px)] stroke-gold"
    >
      <path d="M4 44V24Q4 4 24 4H44M356 4H376Q396 4 396 24V44M396 256V276Q396 296 376 296H356M44 296H24Q4 296 4 276V256" />
    </svg>
  );
}
