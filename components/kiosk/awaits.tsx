import { useTranslations } from "next-intl";
import { Logo } from "@/components/ui/logo";

const GIFTS = ["apology", "priority", "souvenir"] as const;

/** The three things of clause F.1, with a line each where there is room. */
export function Awaits({ title, brief = false }: { title: string; brief?: boolean }) {
  const t = useTranslations("kiosk.awaits");
  return (
    <div>
      <p className={`mb-4 font-strong ${brief ? "optional-gone:hidden" : ""}`}>{title}</p>
      <ul className={`flex flex-wrap gap-x-7 gap-y-3 ${brief ? "text-small" : ""}`}>
        {GIFTS.map((gift) => (
          <li key={gift} className="flex min-w-0 flex-auto items-start gap-3">
            <Logo className="mt-[.28em] size-[.9em] shrink-0" />
            <span className="leading-tight">
              <strong className="block font-head tracking-[-0.015em] whitespace-nowrap">
                {t(`${gift}.what`)}
              </strong>
              {!brief && (
                <span className="mt-1 block text-small text-soft optional-gone:hidden">
                  {t(`${gift}.how`)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
