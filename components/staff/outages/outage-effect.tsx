import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId } from "react";
import type { OutagePreview } from "@/lib/hall/types";
import { FIELD } from "../styles";

/** What saving would do: whose answers change, which vouchers it touches, and whether a reason is needed. */
export function OutageEffect({
  effect,
  note,
  onNote,
  noteInvalid,
}: {
  effect: OutagePreview;
  note: string;
  onNote: (note: string) => void;
  noteInvalid: boolean;
}) {
  const t = useTranslations("outages.effect");
  const id = useId();
  const counts = (["waitingInto", "waitingOutOf", "servedInto", "servedOutOf"] as const).filter(
    (name) => effect[name] > 0,
  );
  return (
    <section aria-labelledby={`${id}-title`} data-effect className="rounded-field bg-gold-wash px-5 py-4">
      <h2 id={`${id}-title`} className="text-lead">
        {t("title")}
      </h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {counts.map((name) => (
          <li key={name} data-count={name}>
            {t(name, { count: effect[name] })}
          </li>
        ))}
        {counts.length === 0 && <li>{t("nobody")}</li>}
        <li>
          {effect.vouchers.length === 0 ? t("noVouchers") : t("vouchers", { count: effect.vouchers.length })}
        </li>
      </ul>
      {effect.vouchers.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-4">
          {effect.vouchers.map(({ id: voucherId, number, becomes }) => (
            <Link
              key={voucherId}
              href={`/staff/vouchers/${voucherId}`}
              className="inline-flex min-h-12 items-center font-strong underline underline-offset-4"
            >
              {t(becomes, { number })}
            </Link>
          ))}
        </p>
      )}
      {effect.backDated && !effect.allowed && (
        <p className="mt-3 font-strong text-amber">{t("supervisor")}</p>
      )}
      {effect.backDated && effect.allowed && (
        <div className="mt-3">
          <label htmlFor={`${id}-note`} className="font-head">
            {t("note")}
          </label>
          <input
            id={`${id}-note`}
            value={note}
            maxLength={500}
            autoComplete="off"
            aria-invalid={noteInvalid}
            onChange={(event) => onNote(event.target.value)}
            className={`${FIELD} mt-2 text-body`}
          />
        </div>
      )}
    </section>
  );
}
