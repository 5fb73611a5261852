import { useTranslations } from "next-intl";
import Link from "next/link";
import { SHEET, TEXT_LINK } from "@/components/staff/styles";
import { StateSign } from "@/components/staff/voucher/state-sign";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { CaseView } from "@/lib/register/case/types";
import { useRegisterWords } from "../use-register-words";

/** The voucher of a case with its three duties (F.1), at a glance. */
export function CaseVoucher({ view: { voucher, elsewhere } }: { view: CaseView }) {
  const t = useTranslations("register.case");
  const { clock, wait } = useRegisterWords();
  return (
    <section aria-labelledby="case-voucher" className={`${SHEET} px-8 py-7`}>
      <h2 id="case-voucher" className="text-lead">
        {t("voucher")}
      </h2>
      {voucher === null ? (
        <>
          <p className="mt-2 text-ink-soft">
            {elsewhere === null ? t("noVoucher") : t("elsewhere", { number: elsewhere.number })}
          </p>
          {elsewhere !== null && (
            <Link href={`/staff/register/${elsewhere.ticketId}`} className={TEXT_LINK}>
              {t("openElsewhere", { number: elsewhere.number })}
            </Link>
          )}
        </>
      ) : (
        <>
          <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
            <strong className="text-[52px] leading-none font-number tracking-(--tracking-number) tabular-nums">
              {voucher.number}
            </strong>
            <StateSign state={voucher.state} />
          </div>
          <p className="mt-3">
            {t("issued", { time: clock(voucher.issuedAt), wait: wait(voucher.waitedMs) })}
          </p>
          <ul className="mt-4 border-t border-line">
            {voucher.steps.map((one) => (
              <Duty key={one.step} duty={one} />
            ))}
          </ul>
          <p className="mt-4 text-small text-ink-soft">
            {t("policy", { version: voucher.policyVersion })}. {t("basis", { basis: voucher.legalBasis })}
          </p>
          <Link href={`/staff/vouchers/${voucher.id}`} className={`${TEXT_LINK} mt-2`}>
            {t("openVoucher")}
          </Link>
        </>
      )}
    </section>
  );
}

type Step = NonNullable<CaseView["voucher"]>["steps"][number];

function Duty({ duty: { step, state, at, byName, note } }: { duty: Step }) {
  const t = useTranslations("register.case.duty");
  const duties = useTranslations("staff.duty");
  const { moment } = useRegisterWords();
  const open = state === "OPEN";
  const Sign = open ? DashIcon : CheckIcon;
  return (
    <li className="flex gap-3 border-b border-line py-3 leading-snug">
      <Sign className={`mt-0.5 h-5 w-5 ${open ? "text-ink-soft" : "text-green"}`} />
      <span>
        <strong className="block font-strong">{duties(`${step}.title`)}</strong>
        <span className="block text-small text-ink-soft">
          {t(state, { time: at === null ? "–" : moment(at), who: byName ?? "–" })}
        </span>
        {note !== null && <span className="block text-small">{note}</span>}
      </span>
    </li>
  );
}
