import { useTranslations } from "next-intl";
import { PAGE, SHEET } from "@/components/staff/styles";

/** Holds the page's place while it is fetched; still, because it is gone in a moment. */
export default function Loading() {
  const t = useTranslations("staff.page");
  return (
    <div className={PAGE} role="status">
      <p className="sr-only">{t("loading")}</p>
      <div aria-hidden="true" className={`${SHEET} h-[60vh] opacity-60`} />
    </div>
  );
}
