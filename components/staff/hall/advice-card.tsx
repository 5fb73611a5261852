import { useTranslations } from "next-intl";
import type { Advice } from "@/lib/hall/types";
import { useWords } from "../use-words";

/** What would prevent the most, in one sentence; on navy, since it asks for a decision. */
export function AdviceCard({ advice, counters }: { advice: Advice | null; counters: number }) {
  const t = useTranslations("hall.advice");
  const { clock } = useWords();
  const open = t("counters", { count: counters });
  if (!advice) {
    return (
      <div className="rounded-control bg-card px-6 py-5 shadow-rest">
        <p className="text-small font-strong text-ink-soft">{t("title")}</p>
        <p className="mt-1">{t("none")}</p>
        <p className="mt-1 text-small text-ink-soft">{open}</p>
      </div>
    );
  }
  return (
    <div data-tone="navy" data-advice className="rounded-control bg-navy px-6 py-5 text-on-navy">
      <p className="text-small font-strong text-gold">{t("title")}</p>
      <h2 className="mt-1 text-[21px] leading-tight">
        {t("text", { more: advice.more, time: clock(advice.from), keeps: advice.keeps })}
      </h2>
      <p className="mt-2 text-soft">{t("remaining", { count: advice.remaining })}</p>
      <p className="mt-1 text-small text-soft">{open}</p>
    </div>
  );
}
