"use client";

import { useTranslations } from "next-intl";
import { Choices } from "../queue/choices";
import { FIELD } from "../styles";
import type { ChosenMoment } from "./use-statement";

/** Chooses when: now, still going on, as recorded, or a typed date and time of the office. */
export function MomentChoice({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  legend: string;
  name: "from" | "until";
  options: readonly ChosenMoment["kind"][];
  value: ChosenMoment;
  onChange: (value: ChosenMoment) => void;
}) {
  const t = useTranslations("outages");
  return (
    <div>
      <Choices
        legend={legend}
        name={name}
        values={options}
        label={(kind) => t(`moment.${kind}`)}
        chosen={value.kind}
        onChoose={(kind) => onChange({ ...value, kind })}
        columns={options.length === 3 ? "grid-cols-3" : "grid-cols-2"}
      />
      {value.kind === "TYPED" && (
        <div className="mt-2 grid grid-cols-2 gap-2">
          <input
            type="date"
            aria-label={t("date", { what: legend })}
            value={value.date}
            onChange={(event) => onChange({ ...value, date: event.target.value })}
            className={`${FIELD} text-body`}
          />
          <input
            type="time"
            aria-label={t("time", { what: legend })}
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value })}
            className={`${FIELD} text-body`}
          />
        </div>
      )}
    </div>
  );
}
