import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";
import { buttonClass, PAGE, SHEET } from "@/components/staff/styles";
import { requireSession } from "@/lib/access/guards";
import { homeOf, PAGES, type StaffPage } from "@/lib/access/pages";
import { RIGHTS } from "@/lib/access/rights";

/** For whoever came to a page by its address that their role does not open: whose it is, and the way back. */
export async function NotAllowed({ page }: { page: StaffPage }) {
  const { account } = await requireSession(page);
  const [t, format] = await Promise.all([getTranslations("access"), getFormatter()]);
  const roles = RIGHTS[PAGES[page]].map((role) => t(`role.${role}`));
  return (
    <div className={PAGE}>
      <section
        data-not-allowed={page}
        className={`${SHEET} flex max-w-[44rem] flex-col items-start gap-4 p-10`}
      >
        <h1 className="text-title">{t("notAllowed.title")}</h1>
        <p className="text-lead">
          {t("notAllowed.whose", { roles: format.list(roles, { type: "disjunction" }) })}
        </p>
        <p className="text-ink-soft">
          {t("notAllowed.yours", { name: account.name, role: t(`role.${account.role}`) })}
        </p>
        <Link href={homeOf(account.role)} className={buttonClass("primary")}>
          {t("notAllowed.home")}
        </Link>
      </section>
    </div>
  );
}
