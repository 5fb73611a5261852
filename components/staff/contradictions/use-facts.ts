import { useTranslations } from "next-intl";
import type { Contradiction } from "@/lib/queue/types";
import { useWords } from "../use-words";

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** A fact that a correction changed, in words: what it is, what it was and what it is now. */
export function useFacts() {
  const t = useTranslations("staff.contradictions");
  const words = useWords();
  return ({ field, before, after }: Contradiction) => {
    const say = (value: Contradiction["before"]) => {
      if (value === null) return t("nothing");
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      if (INSTANT.test(value)) return words.clock(Date.parse(value));
      if (field === "serviceDate") return words.day(value);
      return t.has(`values.${value}`) ? t(`values.${value}`) : value;
    };
    const told = before !== null || after !== null;
    return {
      label: t(`fields.${field}`),
      before: told ? say(before) : null,
      after: told ? say(after) : null,
    };
  };
}
