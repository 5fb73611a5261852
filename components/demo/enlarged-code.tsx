"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { QrMatrix } from "@/lib/printing/types";
import { grouped } from "./grouped";
import { QrPicture } from "./qr-picture";

/** A code over the whole screen, to hold before a camera. It stays the same while it is open, whatever changes behind. */
export function EnlargedCode({
  name,
  qr,
  bookingCode,
  onClose,
}: {
  name: string;
  qr: QrMatrix;
  bookingCode: string | null;
  onClose: () => void;
}) {
  const t = useTranslations("demo.large");
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={name}
      data-enlarged
      onCancel={onClose}
      onClick={onClose}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-white p-6 text-ink"
    >
      <div className="flex h-full flex-col items-center justify-center gap-4 text-center">
        <p className="text-lead font-head">{name}</p>
        <QrPicture qr={qr} className="min-h-0 w-full max-w-[80vh] flex-1" />
        {bookingCode !== null && <p className="text-title font-head tabular-nums">{grouped(bookingCode)}</p>}
        <p className="text-ink-soft">{t("hint")}</p>
        <button
          type="button"
          onClick={onClose}
          className="min-h-14 rounded-control bg-ink px-10 font-head text-on-navy"
        >
          {t("close")}
        </button>
      </div>
    </dialog>
  );
}
