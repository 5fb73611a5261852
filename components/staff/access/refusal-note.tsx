"use client";

import { useTranslations } from "next-intl";
import { DashIcon } from "@/components/ui/icons";
import { supportCode } from "@/components/ui/support-code";
import type { ActionRefusal } from "@/lib/platform/types";

/** A refusal in words, with a shape beside the colour; announced when it appears. */
export function RefusalNote({ refusal }: { refusal: ActionRefusal | null }) {
  const t = useTranslations("access.refusal");
  return (
    <div role="alert" className="empty:hidden">
      {refusal && (
        <p className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3.5 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span className="min-w-0 break-words">
            {t.has(refusal.code)
              ? t(refusal.code, { requestId: supportCode(refusal.requestId) })
              : t("OTHER", { code: refusal.code })}
          </span>
        </p>
      )}
    </div>
  );
}
