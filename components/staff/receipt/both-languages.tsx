import { createTranslator } from "next-intl";
import en from "@/messages/en/receipt.json";
import id from "@/messages/id/receipt.json";

const first = createTranslator({ locale: "id", messages: id });
const second = createTranslator({ locale: "en", messages: en });

export type BothKey = Parameters<typeof first>[0];
type Values = Record<string, string | number>;

/** A sentence for the applicant: Indonesian, and under it English, whatever language the officer reads. */
export function BothLanguages({
  word,
  values,
  secondValues,
  dark = false,
  className = "",
}: {
  word: BothKey;
  values?: Values;
  /** Where a value itself reads otherwise in English, such as a date. */
  secondValues?: Values;
  /** On a dark ground, such as a primary button. */
  dark?: boolean;
  className?: string;
}) {
  return (
    <span className={`block ${className}`}>
      <span lang="id" className="block">
        {first(word, values as never)}
      </span>
      <span
        lang="en"
        className={`block text-small font-text ${dark ? "text-on-navy-soft" : "text-ink-soft"}`}
      >
        {second(word, (secondValues ?? values) as never)}
      </span>
    </span>
  );
}
