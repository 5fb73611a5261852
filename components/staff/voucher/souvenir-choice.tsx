"use client";

import { useTranslations } from "next-intl";
import { CHOICE } from "../styles";

/** Which souvenir is handed over; the office's settings name them, the first is chosen already. */
export function SouvenirChoice({
  items,
  chosen,
  onChoose,
}: {
  items: readonly string[];
  chosen: string;
  onChoose: (item: string) => void;
}) {
  const t = useTranslations("staff.duty");
  return (
    <fieldset>
      <legend className="sr-only">{t("item")}</legend>
      <div className="grid grid-cols-3 gap-2">
        {items.map((item) => (
          <label key={item} className={CHOICE}>
            <input
              type="radio"
              name="souvenir"
              value={item}
              checked={item === chosen}
              onChange={() => onChoose(item)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-field"
            />
            {item}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
