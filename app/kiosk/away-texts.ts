import { createTranslator } from "next-intl";
import type { AwayText } from "@/components/kiosk/away-page";
import { locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";

/** What the kiosk's last page says, in every language at once: without a server, or after a crash of its own. */
export function awayTexts(name: "away" | "crashed"): AwayText[] {
  return locales().map((locale) => {
    const t = createTranslator({ locale, messages: translatable(locale), namespace: `kiosk.${name}` });
    // Keys of either page, so they are plain text to the types.
    const text = t as (key: string, values?: Readonly<Record<string, string>>) => string;
    return {
      locale,
      title: text("title"),
      lead: text("lead"),
      now: text("now"),
      officer: text("officer"),
      // A crashed page loads itself anew; there is nothing to press.
      ...(name === "away" ? { again: text("again") } : { code: text("code", { code: "{code}" }) }),
      trying: text("trying"),
    };
  });
}
