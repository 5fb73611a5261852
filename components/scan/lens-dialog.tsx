"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { CameraScanner } from "./camera-scanner";
import { cameras, chosenLens, chooseLens, type Lens } from "./lens";

/** For officers: which of the device's cameras looks for codes. The picture follows the choice at once. */
export function LensDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("kiosk.lens");
  const [known, setKnown] = useState<readonly Lens[]>([]);
  const [chosen, setChosen] = useState<Lens | null>(() => chosenLens());
  const [read, setRead] = useState(false);
  const list = () => void cameras().then(setKnown, () => setKnown([]));
  useEffect(() => {
    if (!("mediaDevices" in navigator)) return;
    const { mediaDevices } = navigator;
    mediaDevices.addEventListener("devicechange", list);
    return () => mediaDevices.removeEventListener("devicechange", list);
  }, []);
  const choose = (lens: Lens | null) => {
    setRead(false);
    setChosen(lens);
    chooseLens(lens);
  };
  const choices = [null, ...known];
  return (
    <Modal name="lens" labelledBy="lens-title" onEscape={onClose}>
      <h2 id="lens-title" className="text-title">
        {t("title")}
      </h2>
      <p className="mt-2 text-soft">{t("lead")}</p>
      <div className="viewfinder relative mx-0! mt-6 h-[calc(300*var(--u))]!">
        <CameraScanner onScan={() => setRead(true)} onState={(state) => state === "live" && list()} />
      </div>
      <p role="status" className="mt-3 text-small">
        {read ? t("read") : t("try")}
      </p>
      <div
        role="radiogroup"
        aria-labelledby="lens-title"
        className="mt-4 flex min-h-0 flex-col gap-3 overflow-y-auto"
      >
        {choices.map((lens, index) => {
          const on = (lens?.id ?? null) === (chosen?.id ?? null);
          return (
            <Button
              key={lens?.id ?? "auto"}
              size="kiosk"
              role="radio"
              aria-checked={on}
              tone={on ? "primary" : "secondary"}
              onClick={() => choose(lens)}
            >
              {on ? "✓ " : ""}
              {lens ? lens.label || t("nameless", { number: index }) : t("auto")}
            </Button>
          );
        })}
      </div>
      <div className="mt-8 flex flex-col">
        <Button tone="gold" size="kiosk" onClick={onClose}>
          {t("done")}
        </Button>
      </div>
    </Modal>
  );
}
