import { useTranslations } from "next-intl";
import { CheckIcon, DashIcon } from "@/components/ui/icons";
import type { OfficerClause } from "@/lib/vouchers/types";

/**
 * The decree's clauses in plain words, each with a shape. Of clause g an officer reads only that it is met or that an
 * authorised official is needed.
 */
export function ClauseList({ clauses, tone }: { clauses: readonly OfficerClause[]; tone: "navy" | "paper" }) {
  const t = useTranslations("staff.clause");
  return (
    <ul className="grid gap-1">
      {clauses.map(({ clause, result }) => {
        // Message keys have no dots: "F.2.a" is kept under its letter.
        const letter = clause.slice(-1);
        const met = result === "MET";
        const Sign = met ? CheckIcon : DashIcon;
        const sign = tone === "navy" ? "text-gold" : met ? "text-green" : "text-amber";
        return (
          <li key={clause} className="flex items-start gap-3 leading-[1.32]">
            <Sign className={`mt-0.5 h-5 w-5 ${sign}`} />
            <span>
              <span className="sr-only">{t(`sign.${result}`)}: </span>
              {t(`${letter}.${result}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
