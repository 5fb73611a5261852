import { createTranslator } from "next-intl";
import en from "@/messages/en/report.json" with { type: "json" };
import id from "@/messages/id/report.json" with { type: "json" };
import { reportWords, type ReportWords } from "@/lib/register/account/words";

/** The report's words in a language; one that is missing is a fault. */
export function testWords(locale: "id" | "en"): ReportWords {
  const t = createTranslator({
    locale,
    messages: locale === "id" ? id : en,
    onError: (fault) => {
      throw fault;
    },
  });
  const say = (key: string, values?: Readonly<Record<string, string | number>>) =>
    t(key as "title", values as never);
  return reportWords(say, locale, { timeZone: "Asia/Jakarta", zoneLabel: "WIB" });
}
