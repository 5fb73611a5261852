"use client";

import { useTranslations } from "next-intl";
import type { PromiseView } from "@/lib/vouchers/souvenirs/types";
import { SearchForm } from "../find/search-form";
import type { Request } from "../use-request";

/** The field for a slip's code, a voucher's number or the end of a booking; a scanner may be used at any time. */
export function PromiseSearch({
  request,
  onLook,
}: {
  request: Request<readonly PromiseView[]>;
  onLook: (query: string) => Promise<void>;
}) {
  const t = useTranslations("souvenirs.promises");
  return (
    <SearchForm
      request={request}
      onSearch={onLook}
      words={{ query: t("query"), find: t("find"), finding: t("finding"), missing: t("missing") }}
      maxLength={200}
      tone="primary"
      className="mt-4"
    />
  );
}
