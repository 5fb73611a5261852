"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Field } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass } from "../styles";
import type { Send } from "../types";

/** A kiosk's name, changed in its row. */
export function RenameForm({
  id,
  name,
  rename,
  close,
}: {
  id: string;
  name: string;
  rename: Send<null>;
  close: () => void;
}) {
  const t = useTranslations("access");
  const { pending, refusal, send } = useSend(rename);
  const [wanted, setWanted] = useState(name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (wanted.trim() !== "") send({ id, name: wanted.trim() }, close);
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t("kiosks.name")}
        autoFocus
        autoComplete="off"
        maxLength={40}
        required
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <RefusalNote refusal={refusal} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" aria-busy={pending} className={buttonClass("primary", "small")}>
          {t("devices.save")}
        </button>
        <button type="button" onClick={close} className={buttonClass("secondary", "small")}>
          {t("devices.cancel")}
        </button>
      </div>
    </form>
  );
}
