"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { Modal } from "@/components/ui/modal";
import { LostServer, Refusal } from "../refusal";
import { buttonClass } from "../styles";
import type { Request } from "../use-request";

/** A form about one item in a dialog of its own. What was typed stays through every refusal and every lost answer. */
export function FormFrame({
  title,
  request,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  request: Request<null>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("souvenirs.form");
  const sending = useTranslations("staff.request");
  const id = useId();
  const close = () => {
    request.forget();
    onClose();
  };
  return (
    <Modal name="souvenir" labelledBy={id} onEscape={close}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        className="-m-4 flex flex-col gap-5 overflow-y-auto p-4"
      >
        <h2 id={id} className="text-title">
          {title}
        </h2>
        {children}
        <Refusal refusal={request.refusal} />
        <LostServer lost={request.phase === "lost"} />
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" onClick={close} className={buttonClass("secondary")}>
            {t("cancel")}
          </button>
          <button type="submit" aria-busy={request.phase !== "idle"} className={buttonClass("primary")}>
            {request.phase === "idle" ? t("save") : sending("sending")}
          </button>
        </div>
      </form>
    </Modal>
  );
}
