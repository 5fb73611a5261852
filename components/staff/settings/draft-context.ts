"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import type { SettingsDraft } from "@/lib/office/types";

export interface DraftState {
  readonly draft: SettingsDraft;
  readonly set: (path: string, value: unknown) => void;
  /** What is wrong with which field: a code, and after a blank its limit. */
  readonly problems: Readonly<Record<string, string>>;
}

export const DraftContext = createContext<DraftState | null>(null);

/** What is typed on the page of settings, and what was found wrong with it. */
export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === null) throw new Error("A field of the settings must be inside their form");
  return state;
}

/** "letterhead.signer.name" as a key of the catalogue; places in a list have none of their own. */
export const keyOf = (path: string) => path.replace(/\.\d+/g, "").replaceAll(".", "_");

/** The words for what is wrong with a field. */
export function useProblemWords(): (path: string, problem: string) => string {
  const t = useTranslations("settings");
  return (path, problem) => {
    const [code = "", limit = ""] = problem.split(" ");
    const own = `problemAt.${keyOf(path)}`;
    if (code === "FORMAT" && t.has(own)) return t(own);
    return t.has(`problem.${code}`) ? t(`problem.${code}`, { limit }) : t("problem.FORMAT");
  };
}

/** The words at one field; null while nothing is wrong with it. */
export function useProblem(path: string): string | null {
  const { problems } = useDraft();
  const words = useProblemWords();
  const problem = problems[path];
  return problem === undefined ? null : words(path, problem);
}
