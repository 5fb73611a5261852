import { useTranslations } from "next-intl";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { VoucherState } from "@/lib/vouchers/types";

const SIGN: Readonly<Record<VoucherState, string>> = {
  ISSUED: "bg-gold-wash text-gold-ink",
  CONFIRMED: "bg-gold-wash text-gold-ink",
  COMPLETED: "bg-green-wash text-green",
  WITHHELD: "bg-amber-wash text-amber",
  LAPSED: "bg-paper-deep text-ink-soft",
};

/** A voucher's state as a word with a shape; `done` is how many duties are recorded, where that is known. */
export function StateSign({ state, done }: { state: VoucherState; done?: number }) {
  const t = useTranslations("staff.state");
  const Sign = state === "COMPLETED" ? CheckIcon : DashIcon;
  return (
    <span
      className={`inline-flex items-center gap-2 justify-self-end rounded-round px-4 py-2 text-small font-strong tabular-nums ${SIGN[state]}`}
    >
      <Sign className="h-4 w-4" />
      {t(state)}
      {state === "CONFIRMED" && done !== undefined && ` ${done}/3`}
    </span>
  );
}
