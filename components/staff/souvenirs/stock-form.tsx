"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SouvenirRow } from "@/lib/vouchers/souvenirs/types";
import { useRequest } from "../use-request";
import type { SouvenirCommands } from "./commands";
import { FormField, wholeNumber } from "./form-field";
import { FormFrame } from "./form-frame";

export type StockTask = "deliver" | "count" | "change";

const MIN_LETTERS = 5;
const MAX_NOTE = 500;

/**
 * A delivery, a count or the settings of one item, on what stood there when the form was opened. When the stock moves
 * meanwhile the server refuses, and only the next try stands on the newer one: nobody overwrites what they have not seen.
 */
export function StockForm({
  item,
  task,
  commands,
  onClose,
}: {
  item: SouvenirRow;
  task: StockTask;
  commands: Pick<SouvenirCommands, "change" | "count" | "deliver">;
  onClose: () => void;
}) {
  const t = useTranslations("souvenirs.form");
  const request = useRequest(`${task}-souvenir`, commands[task]);
  const [opened] = useState(item);
  const [amount, setAmount] = useState(task === "change" ? String(item.lowMark) : "");
  const [note, setNote] = useState("");
  const [retired, setRetired] = useState(item.retired);
  const [tried, setTried] = useState(false);
  const told = request.refusal?.code === "STOCK_CHANGED";
  const [newest, setNewest] = useState(false);
  const seen = newest || told ? item : opened;
  const pieces = wholeNumber(amount);
  const reasonNeeded = task === "count" && item.stock !== null;
  const amountWrong = pieces === null || (task === "deliver" && pieces === 0);
  const noteWrong = reasonNeeded && note.trim().length < MIN_LETTERS;
  const submit = async () => {
    setTried(true);
    if (amountWrong || noteWrong) return;
    const about = { souvenirId: item.id, revision: seen.revision };
    const written = note.trim() === "" ? {} : task === "count" ? { reason: note } : { note };
    const input = {
      deliver: { ...about, pieces, ...written },
      count: { ...about, seen: seen.stock ?? 0, counted: pieces, ...written },
      change: { ...about, lowMark: pieces, retired },
    }[task];
    const answer = await request.run(input);
    if (answer?.ok) onClose();
    else if (answer?.code === "STOCK_CHANGED") setNewest(true);
  };
  return (
    <FormFrame
      title={t(`${task}.title`, { item: item.name })}
      request={request}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {task !== "change" && (
        <p className="text-ink-soft tabular-nums">
          {seen.stock === null ? t("presentNone") : t("present", { count: seen.stock })}
        </p>
      )}
      <FormField
        numeric
        autoFocus
        label={t(`${task}.amount`)}
        value={amount}
        onChange={setAmount}
        maxLength={6}
        problem={tried && amountWrong ? t("number") : null}
      />
      {(task === "deliver" || reasonNeeded) && (
        <FormField
          label={t(task === "deliver" ? "deliver.note" : "count.note")}
          value={note}
          onChange={setNote}
          maxLength={MAX_NOTE}
          problem={tried && noteWrong ? t("reasonMissing", { min: MIN_LETTERS }) : null}
        />
      )}
      {task === "change" && (
        <label className="flex min-h-14 cursor-pointer items-center gap-4">
          <input
            type="checkbox"
            checked={retired}
            onChange={(event) => setRetired(event.target.checked)}
            className="size-7 shrink-0 accent-ink"
          />
          <span>
            <strong className="block font-head">{t("change.retired")}</strong>
            <span className="text-ink-soft">{t("change.retiredHint")}</span>
          </span>
        </label>
      )}
    </FormFrame>
  );
}
