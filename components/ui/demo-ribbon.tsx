import { useTranslations } from "next-intl";

/** Full width, gold, on every demo screen: nobody may take the example for the real hall. */
export function DemoRibbon({ className = "" }: { className?: string }) {
  const t = useTranslations("common");
  return (
    <aside
      aria-label={t("demo.mark")}
      data-demo-ribbon
      className={`flex shrink-0 items-center justify-center gap-4 bg-gold px-4 py-2 text-center text-(length:--text-frame,16px) leading-snug text-ink ${className}`}
    >
      <strong className="font-number tracking-[.18em]">{t("demo.mark")}</strong>
      <span>{t("demo.note")}</span>
    </aside>
  );
}
