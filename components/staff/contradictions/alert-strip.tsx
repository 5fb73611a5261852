import { useTranslations } from "next-intl";
import Link from "next/link";
import { TEXT_LINK } from "../styles";

/** On every page while a contradiction waits: how many, and the way to them. */
export function AlertStrip({ count }: { count: number }) {
  const t = useTranslations("staff.contradictions");
  return (
    <div role="status" className={count === 0 ? "contents" : ""}>
      {count > 0 && (
        <p className="flex flex-wrap items-center gap-x-5 border-b border-line bg-amber-wash px-(--edge) text-amber">
          <strong className="py-2 font-head">{t("count", { count })}</strong>
          <Link href="/staff/contradictions" className={TEXT_LINK}>
            {t("see")}
          </Link>
        </p>
      )}
    </div>
  );
}
