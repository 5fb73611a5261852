import { createTranslator } from "next-intl";
import type { AwayText } from "@/components/kiosk/away-page";
import { catalogue, locales } from "@/lib/platform/messages";

/** What the kiosk's last page says, in every language at once: without a server, or after a crash of its own. */
export function awayTexts(name: "away" | "crashed"): AwayText[] {
  return locales().map((locale) => {
    const t = createTranslator({ locale, messages: catalogue(locale), namespace: `kiosk.${name}` });
    const text = (key: string) => t(key);
    return {
      locale,
      title: text("title"),
      lead: text("lead"),
      now: text("now"),
      officer: text("officer"),
      // A crashed page loads itself anew; there is nothing to press.
      ...(name === "away" ? { again: text("again") } : { code: String(t.raw("code")) }),
      trying: text("trying"),
    };
  });
}
