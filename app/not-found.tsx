import { useTranslations } from "next-intl";
import { buttonClass, PAGE, SHEET } from "@/components/staff/styles";

/** An address that leads nowhere. */
export default function NotFound() {
  const t = useTranslations("fallback.missing");
  return (
    <div data-surface="staff" data-tone="paper" className="flex min-h-dvh flex-col">
      <main className={PAGE}>
        <section className={`${SHEET} flex max-w-[44rem] flex-col items-start gap-4 p-10`}>
          <h1 className="text-title">{t("title")}</h1>
          <p>{t("body")}</p>
          {/* A whole load: the start is another's page, and forwards by itself. */}
          <a href="/" className={buttonClass("primary")}>
            {t("home")}
          </a>
        </section>
      </main>
    </div>
  );
}
