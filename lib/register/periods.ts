import "server-only";
import { addDays } from "@/lib/office/local-time";
import type { Period } from "./types";

/** The periods that the register is mostly asked for. @param today the office's local date. */
export function periodPresets(
  today: string,
): { readonly key: "today" | "month" | "lastMonth"; readonly period: Period }[] {
  const first = `${today.slice(0, 7)}-01`;
  const lastOfBefore = addDays(first, -1);
  return [
    { key: "today", period: { from: today, to: today } },
    { key: "month", period: { from: first, to: today } },
    { key: "lastMonth", period: { from: `${lastOfBefore.slice(0, 7)}-01`, to: lastOfBefore } },
  ];
}
