import "server-only";
import type { WaitQuantile } from "@/lib/queue/types";
import type { Cell, TableColumn } from "@/lib/register/account/types";

export const text = (value: string): Cell => ({ kind: "text", value });
export const count = (value: number): Cell => ({ kind: "count", value });
export const duration = (value: number | null): Cell => (value === null ? null : { kind: "duration", value });
export const quantile = (value: WaitQuantile | null): Cell =>
  value && { kind: "duration", value: value.ms, ...(value.atLeast ? { atLeast: true } : {}) };
export const date = (value: string): Cell => ({ kind: "date", value });
export const instant = (value: number): Cell => ({ kind: "instant", value });
/** Of nobody there is no share. */
export const share = (part: number, of: number): Cell =>
  of === 0 ? null : { kind: "share", value: part / of };

/** A column of words. */
export const left = (label: string, width = 2): TableColumn => ({ label, align: "left", width });
/** A column of figures. */
export const right = (label: string, width = 1): TableColumn => ({ label, align: "right", width });
