import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

export interface NoticeOffice {
  readonly name: string;
  readonly address: string;
  /** Empty where the office gives none. */
  readonly contact: string;
  /** The ministry, as the letterhead's first line has it. */
  readonly authority: string;
  /** The complaint room's name. */
  readonly room: string;
  readonly retentionDays: number;
}

/** In the order in which people ask; each is a heading and one or more paragraphs or points of the catalogue. */
const SECTIONS = [
  { key: "what", points: ["queue", "times", "kind", "voucher", "signature", "staff"] },
  { key: "why", points: ["promise", "proof", "register"] },
  { key: "basis", points: [] },
  { key: "kiosk", points: ["shows", "camera", "prints"] },
  { key: "who", points: ["officers", "above", "administrators", "nobody"] },
  { key: "long", points: ["names", "stays", "backups"] },
  { key: "rights", points: ["copy", "correct", "person", "complain"] },
] as const;

/** The notice on personal data: plain words in large type, one column, for a screen and for paper. */
export function NoticePage({ office, corner }: { office: NoticeOffice; corner: ReactNode }) {
  const t = useTranslations("notice");
  const { name, address, contact, authority, room, retentionDays } = office;
  const values = { office: name, authority, room, days: retentionDays };
  const where = [name, address, contact].filter((part) => part !== "");
  return (
    <>
      <header className="mx-auto flex w-full max-w-[860px] flex-wrap items-center gap-4 px-(--edge) py-4">
        <Logo className="size-12" />
        <p className="mr-auto leading-tight font-head">{name}</p>
        <div className="print:hidden">{corner}</div>
      </header>
      <main
        id="content"
        className="mx-auto w-full max-w-[860px] px-(--edge) pt-4 pb-16 text-lead print:pb-0 print:text-[11pt]"
      >
        <h1 className="text-display print:text-[22pt]">{t("title")}</h1>
        <p className="mt-5">{t("lead", values)}</p>
        {SECTIONS.map(({ key, points }) => (
          <section key={key} aria-labelledby={`notice-${key}`} className="mt-10 print:mt-5">
            <h2 id={`notice-${key}`} className="text-title break-after-avoid print:text-[14pt]">
              {t(`${key}.title`)}
            </h2>
            <p className="mt-3 print:mt-1">{t(`${key}.body`, values)}</p>
            {points.length > 0 && (
              <ul className="mt-4 flex flex-col gap-3 print:mt-1 print:gap-1">
                {points.map((point) => (
                  <li key={point} className="flex break-inside-avoid gap-4">
                    <Logo plain className="mt-[.36em] size-[.75em] shrink-0" />
                    <span>{t(`${key}.${point}` as "what.queue", values)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <section
          aria-labelledby="notice-where"
          className="mt-10 break-inside-avoid rounded-control bg-card px-7 py-6 shadow-rest print:mt-5 print:border print:border-line-strong print:px-4 print:py-3 print:shadow-none"
        >
          <h2 id="notice-where" className="text-title print:text-[14pt]">
            {t("where.title")}
          </h2>
          <p className="mt-3">{t("where.body", values)}</p>
          <address className="mt-3 font-strong not-italic">
            {where.map((line) => (
              <span key={line} className="block break-words">
                {line}
              </span>
            ))}
          </address>
          <p className="mt-3">{t("where.authority")}</p>
        </section>
      </main>
    </>
  );
}
