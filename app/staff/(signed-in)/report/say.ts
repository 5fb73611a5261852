import { getTranslations } from "next-intl/server";
import type { Say } from "@/lib/register/account/words";

/** The report's catalogue in a language, for what lib writes with it: tables, charts and documents. */
export async function sayIn(locale: string): Promise<Say> {
  const t = await getTranslations({ locale, namespace: "report" });
  // Keys are put together from codes there; a test says every one of them in every language.
  return (key, values) => t(key as "title", values as never);
}
