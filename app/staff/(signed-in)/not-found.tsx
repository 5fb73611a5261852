import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass, PAGE, SHEET } from "@/components/staff/styles";

/** An id that leads nowhere. */
export default function NotFound() {
  const t = useTranslations("staff.page");
  return (
    <div className={PAGE}>
      <section className={`${SHEET} flex flex-col items-start gap-4 p-10`}>
        <h1 className="text-title">{t("missingTitle")}</h1>
        <p>{t("missingBody")}</p>
        <Link href="/staff" className={buttonClass("primary")}>
          {t("home")}
        </Link>
      </section>
    </div>
  );
}
