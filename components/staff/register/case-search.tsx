"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Period, RegisterPage } from "@/lib/register/types";
import { SearchForm } from "../find/search-form";
import { TEXT_LINK } from "../styles";
import type { Send } from "../types";
import { useRequest } from "../use-request";
import { RegisterRows } from "./register-rows";

/** Finds cases of the period by a number. What is asked for never enters an address: four digits are of a booking. */
export function CaseSearch({ find, period }: { find: Send<RegisterPage>; period: Period }) {
  const t = useTranslations("register.search");
  const request = useRequest("find-cases", find, { keyed: false });
  const [found, setFound] = useState<RegisterPage | null>(null);
  const search = async (query: string) => {
    const answer = await request.run({ query, ...period });
    if (answer?.ok) setFound(answer.value);
  };
  return (
    <>
      <SearchForm
        request={request}
        onSearch={search}
        words={{ query: t("query"), find: t("do"), finding: t("doing"), missing: t("missing") }}
        maxLength={40}
        tone="secondary"
      />
      <div role="status" className={found === null ? "contents" : "mt-4"}>
        {found !== null && (
          <>
            <p className="font-head">
              {found.rows.length === 0 ? t("none") : t("found", { count: found.rows.length })}
            </p>
            {found.next !== null && <p className="text-ink-soft">{t("more")}</p>}
          </>
        )}
      </div>
      {found !== null && (
        <>
          <RegisterRows rows={found.rows} />
          <button type="button" onClick={() => setFound(null)} className={TEXT_LINK}>
            {t("close")}
          </button>
        </>
      )}
    </>
  );
}
