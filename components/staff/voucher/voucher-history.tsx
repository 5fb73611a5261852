import { useTranslations } from "next-intl";
import type { VoucherView } from "@/lib/vouchers/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { undoneEntries } from "./undone";

/** Everything that happened to a voucher; what was undone stays, struck through. */
export function VoucherHistory({ voucher }: { voucher: VoucherView }) {
  const t = useTranslations("staff");
  const { clock } = useWords();
  const undone = new Set(undoneEntries(voucher.history).map(({ recorded }) => recorded));
  return (
    <details className={`${SHEET} group px-8`}>
      <summary className="flex min-h-16 cursor-pointer items-center gap-3 rounded-field font-head">
        {t("voucher.history")}
        <span className="text-ink-soft tabular-nums">{voucher.history.length}</span>
      </summary>
      <p className="pb-3 text-small text-ink-soft">{t("voucher.basis", { basis: voucher.legalBasis })}</p>
      <ol className="pb-5">
        {voucher.history.map((entry, index) => {
          const duty = entry.step === null ? "" : t(`duty.${entry.step}.title`);
          const kind = t.has(`history.${entry.kind}`) ? entry.kind : "OTHER";
          const text = t(`history.${kind}`, { duty, kind: entry.kind });
          return (
            <li key={index} className="grid grid-cols-[4.25rem_1fr_auto] gap-x-4 border-t border-line py-3">
              <time className="font-head tabular-nums">{clock(entry.at)}</time>
              <span>
                {undone.has(entry) ? (
                  <>
                    <s className="text-ink-soft">{text}</s>{" "}
                    <span className="text-small text-ink-soft">{t("history.undone")}</span>
                  </>
                ) : (
                  text
                )}
                {entry.reason !== null && (
                  <span className="block text-small text-ink-soft">{entry.reason}</span>
                )}
              </span>
              <span className="text-ink-soft">{entry.byName}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
