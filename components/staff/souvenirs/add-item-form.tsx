"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { FormField, wholeNumber } from "./form-field";
import { FormFrame } from "./form-frame";

const MIN_LETTERS = 2;
const MAX_NAME = 40;
/** What a new item warns at unless somebody says otherwise. */
const USUAL_MARK = "5";

/** A new item: its name, what lies on the shelf, and when to warn. */
export function AddItemForm({ add, onClose }: { add: Send<null>; onClose: () => void }) {
  const t = useTranslations("souvenirs.form");
  const request = useRequest("add-souvenir", add);
  const [name, setName] = useState("");
  const [stock, setStock] = useState("");
  const [lowMark, setLowMark] = useState(USUAL_MARK);
  const [tried, setTried] = useState(false);
  const nameWrong = name.trim().length < MIN_LETTERS;
  const [pieces, mark] = [wholeNumber(stock), wholeNumber(lowMark)];
  const submit = async () => {
    setTried(true);
    if (nameWrong || pieces === null || mark === null) return;
    const answer = await request.run({ name: name.trim(), stock: pieces, lowMark: mark });
    if (answer?.ok) onClose();
  };
  const number = (value: number | null) => (tried && value === null ? t("number") : null);
  return (
    <FormFrame title={t("add.title")} request={request} onSubmit={() => void submit()} onClose={onClose}>
      <FormField
        autoFocus
        label={t("add.name")}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME}
        problem={tried && nameWrong ? t("add.nameMissing") : null}
      />
      <FormField
        numeric
        label={t("add.stock")}
        value={stock}
        onChange={setStock}
        maxLength={6}
        problem={number(pieces)}
      />
      <FormField
        numeric
        label={t("change.amount")}
        value={lowMark}
        onChange={setLowMark}
        maxLength={6}
        problem={number(mark)}
      />
    </FormFrame>
  );
}
