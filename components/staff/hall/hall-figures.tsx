import { useTranslations } from "next-intl";
import type { LiveHall } from "@/lib/hall/types";
import type { WaitQuantile } from "@/lib/queue/types";
import { useWords } from "../use-words";

/** The hall in four numbers; waits that still go on are counted in all of them. */
export function HallFigures({ hall, now }: { hall: LiveHall; now: number }) {
  const t = useTranslations("hall.figures");
  const { wait } = useWords();
  const first = hall.lines.reduce((least, { ticketAt }) => Math.min(least, ticketAt), Infinity);
  const quantile = (value: WaitQuantile | null) => {
    if (!value) return "–";
    return value.atLeast ? t("atLeast", { wait: wait(value.ms) }) : wait(value.ms);
  };
  const figures = [
    { key: "longest", value: Number.isFinite(first) ? wait(now - first) : "–" },
    { key: "median", value: quantile(hall.median) },
    { key: "ninetieth", value: quantile(hall.ninetieth) },
    { key: "withoutVoucher", value: t("people", { count: hall.pastWithoutVoucher }) },
  ] as const;
  return (
    <dl className="mt-4 grid grid-cols-4 gap-4 tall:grid-cols-2">
      {figures.map(({ key, value }) => (
        <div
          key={key}
          data-figure={key}
          className="flex flex-col justify-between rounded-field bg-card px-4 py-3"
        >
          <dt className="text-small leading-tight text-ink-soft">{t(key)}</dt>
          <dd className="mt-1 text-[20px] leading-tight font-head tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
