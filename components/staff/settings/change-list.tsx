"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { SettingChange } from "@/lib/office/types";
import { keyOf } from "./draft-context";

/** What differs between two versions, field by field, in words. */
export function ChangeList({ changes }: { changes: readonly SettingChange[] }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  // 1 January 2024 was a Monday.
  const weekday = (day: string) =>
    format.dateTime(new Date(Date.UTC(2024, 0, Number(day))), { weekday: "long", timeZone: "UTC" });
  const value = (field: string, text: string) => {
    if (text === "") return t("change.empty");
    return field === "workingDays" ? text.split(" · ").map(weekday).join(" · ") : text;
  };
  const words = (change: SettingChange) => {
    const { field, kind } = change;
    if (kind === "TEXT")
      return t("change.TEXT", { before: value(field, change.before), after: value(field, change.after) });
    if (kind !== "ITEMS") return t(`change.${kind}`);
    const parts = [
      change.after === "" ? null : t("change.came", { items: change.after }),
      change.before === "" ? null : t("change.went", { items: change.before }),
    ];
    return parts.filter((part) => part !== null).join(" ");
  };
  return (
    <dl className="flex flex-col gap-2">
      {changes.map((change) => (
        <div key={change.field} className="grid gap-x-4 wide:grid-cols-[260px_1fr]">
          <dt className="font-strong">{t(`field.${keyOf(change.field)}`)}</dt>
          <dd className="min-w-0 break-words">{words(change)}</dd>
        </div>
      ))}
    </dl>
  );
}
