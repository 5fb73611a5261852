"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import { CHOICE } from "../styles";

/** Which souvenir it is, and how many are left of each. One that has run out can be chosen, to be promised. */
export function SouvenirChoice({
  items,
  chosen,
  onChoose,
  legend,
}: {
  items: readonly SouvenirItem[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Said to a screen reader where "the item" is not enough. */
  legend?: string;
}) {
  const t = useTranslations("staff.duty");
  const name = useId();
  const stock = ({ level, stock: count }: SouvenirItem) => {
    if (level === "NOT_COUNTED") return t("SOUVENIR.notCounted");
    return level === "NONE_LEFT" ? t("SOUVENIR.none") : t("SOUVENIR.left", { count: count ?? 0 });
  };
  return (
    <fieldset>
      <legend className="sr-only">{legend ?? t("item")}</legend>
      <div className="grid grid-cols-3 gap-2">
        {items.map((item) => (
          <label key={item.id} className={`${CHOICE} min-h-16 flex-col`}>
            <input
              type="radio"
              name={name}
              value={item.id}
              checked={item.id === chosen}
              onChange={() => onChoose(item.id)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-field"
            />
            {item.name}
            <span
              className={`text-small font-strong ${item.level === "NONE_LEFT" || item.level === "LOW" ? "text-amber" : "text-ink-soft"}`}
            >
              {stock(item)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
