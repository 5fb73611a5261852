import { useTranslations } from "next-intl";
import Link from "next/link";
import type { SouvenirItem } from "@/lib/vouchers/souvenirs/types";
import { TEXT_LINK } from "../styles";

/** On every page while souvenirs run low: which, how many are left, and the way to them. */
export function StockStrip({ items }: { items: readonly SouvenirItem[] }) {
  const t = useTranslations("souvenirs.strip");
  const words = items.map(({ name: item, stock }) =>
    stock === null || stock === 0 ? t("none", { item }) : t("low", { item, count: stock }),
  );
  return (
    <div role="status" className={items.length === 0 ? "contents" : ""}>
      {items.length > 0 && (
        <p
          data-strip="souvenirs"
          className="flex flex-wrap items-center gap-x-5 border-b border-line bg-amber-wash px-(--edge) text-amber"
        >
          <strong className="py-2 font-head">{t("title")}</strong>
          <span>{words.join(", ")}</span>
          <Link href="/staff/souvenirs" className={TEXT_LINK}>
            {t("see")}
          </Link>
        </p>
      )}
    </div>
  );
}
