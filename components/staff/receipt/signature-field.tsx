"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { BothLanguages } from "./both-languages";

/**
 * The field: twice as wide as high on every tablet, so that a signature keeps its shape when the tablet is turned, and as
 * large as leaves the words above and the buttons below in view.
 */
export function SignatureField({
  canvas,
  small,
}: {
  canvas: RefObject<HTMLCanvasElement | null>;
  /** What was drawn was too small to be a signature: said where the field is explained, so that nothing moves. */
  small: boolean;
}) {
  const t = useTranslations("receipt.sign");
  return (
    <div className="mx-auto w-[min(100%,max(20rem,calc((100dvh-25.5rem)*2)))]">
      <div
        id="sign-here"
        aria-live="polite"
        className={`mb-2 font-strong ${small ? "rounded-field bg-amber-wash px-4 text-amber" : ""}`}
      >
        <BothLanguages word={small ? "sign.tooSmall" : "sign.here"} />
      </div>
      <div className="relative rounded-control bg-card shadow-[inset_0_0_0_2px_var(--color-line-strong)]">
        <canvas
          ref={canvas}
          role="img"
          aria-label={t("field")}
          aria-describedby="sign-here"
          className="relative z-10 block aspect-[2/1] w-full touch-none rounded-control"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-[6%] bottom-[24%] border-b-2 border-line"
        />
      </div>
    </div>
  );
}
