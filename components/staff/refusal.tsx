"use client";

import { useTranslations } from "next-intl";
import type { ActionRefusal } from "@/lib/platform/types";
import { DashIcon } from "@/components/ui/icons";
import { supportCode } from "@/components/ui/support-code";
import { useWords } from "./use-words";

const SIGN_IN_CODES = new Set(["SIGNED_OUT", "NOT_SIGNED_IN", "UNAUTHENTICATED"]);
/** Codes of one meaning from different layers; the wording is kept once. */
const SAME_WORDS: Readonly<Record<string, string>> = {
  NOT_SIGNED_IN: "SIGNED_OUT",
  UNAUTHENTICATED: "SIGNED_OUT",
  FORBIDDEN: "NOT_ALLOWED",
  REASON_MISSING: "REASON_NEEDED",
  NOT_RECORDED: "NOT_DONE",
};

/** What a refusal says in the reader's language; its facts (who, when, which day) come with it. */
export function useRefusalWords(): (refusal: ActionRefusal) => string {
  const t = useTranslations("staff.refusal");
  const words = useWords();
  return (refusal) => {
    const code = SAME_WORDS[refusal.code] ?? refusal.code;
    if (!t.has(code)) return t("OTHER", { code });
    const { byName, at, serviceDate, item, stock } = refusal.details ?? {};
    return t(code, {
      byName: typeof byName === "string" ? byName : "none",
      at: typeof at === "number" ? words.clock(at) : "none",
      serviceDate: typeof serviceDate === "string" ? words.day(serviceDate) : "none",
      item: item ?? "-",
      stock: stock ?? "-",
      requestId: supportCode(refusal.requestId),
    });
  };
}

/** A refusal beside what was asked: amber, a shape, and words. Announced when it appears. */
export function Refusal({ refusal, className = "" }: { refusal: ActionRefusal | null; className?: string }) {
  const words = useRefusalWords();
  const t = useTranslations("staff");
  return (
    <div role="alert" className={refusal === null ? "contents" : className}>
      {refusal !== null && (
        <p className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          <span>
            {words(refusal)}
            {SIGN_IN_CODES.has(refusal.code) && (
              <>
                {" "}
                <a className="underline underline-offset-4" href="/staff/sign-in">
                  {t("account.signIn")}
                </a>
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}

/** Said while the server has not answered: the same request goes on being sent. */
export function LostServer({ lost, className = "" }: { lost: boolean; className?: string }) {
  const t = useTranslations("staff.request");
  return (
    <div role="status" className={lost ? className : "contents"}>
      {lost && (
        <p className="flex items-start gap-3 rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
          <DashIcon className="mt-0.5 h-6 w-6" />
          {t("lost")}
        </p>
      )}
    </div>
  );
}
