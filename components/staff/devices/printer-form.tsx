"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { PaperWidth } from "@/lib/printing/types";
import { Field } from "../access/field";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, CHOICE, SHEET } from "../styles";
import type { Send } from "../types";

const WIDTHS: readonly PaperWidth[] = ["80", "58"];
const USUAL_PORT = "9100";

/** A printer is a name, an address in the office's network, and the width of its roll. */
export function PrinterForm({ add }: { add: Send<{ readonly id: string }> }) {
  const t = useTranslations("access.printers");
  const { pending, refusal, send } = useSend(add);
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [paperWidth, setPaperWidth] = useState<PaperWidth>("80");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const [, host = address.trim(), port = USUAL_PORT] = /^(.+?):(\d+)$/.exec(address.trim()) ?? [];
    send({ name: name.trim(), host, port: Number(port), paperWidth }, () => {
      setName("");
      setAddress("");
    });
  };
  return (
    <form method="post" onSubmit={submit} className={`${SHEET} flex flex-col gap-4 p-6`}>
      <Field
        label={t("name")}
        placeholder={t("namePlaceholder")}
        autoComplete="off"
        maxLength={40}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t("address")}
        placeholder={t("addressPlaceholder")}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={260}
        required
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="mb-2 font-strong">{t("width")}</legend>
        {WIDTHS.map((width) => (
          <label key={width} className={CHOICE}>
            <input
              type="radio"
              name="paper-width"
              className="sr-only"
              checked={paperWidth === width}
              onChange={() => setPaperWidth(width)}
            />
            {width} mm
          </label>
        ))}
      </fieldset>
      <RefusalNote refusal={refusal} />
      <button type="submit" aria-busy={pending} className={buttonClass("primary")}>
        {t("add")}
      </button>
    </form>
  );
}
