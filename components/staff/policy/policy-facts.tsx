"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Policy } from "@/lib/rules/types";
import { useWords } from "../use-words";

/** What a version of the rules says, clause by clause. */
export function PolicyFacts({ policy }: { policy: Policy }) {
  const t = useTranslations("policy");
  const format = useFormatter();
  const { wait } = useWords();
  const either = (words: readonly string[]) => (words.length === 0 ? t("nothing") : format.list(words));
  const facts = [
    ["threshold", t("threshold", { wait: wait(policy.thresholdMs) })],
    ["types", either(policy.qualifyingTypes.map((one) => t(`type.${one}`)))],
    ["channels", either(policy.qualifyingChannels.map((one) => t(`channel.${one}`)))],
    ["reasons", either(policy.excludedReasons.map((one) => t(`reason.${one}`)))],
    ["basis", policy.legalBasis],
  ] as const;
  return (
    <dl className="flex flex-col gap-2">
      {facts.map(([name, words]) => (
        <div key={name} className="grid gap-x-4 wide:grid-cols-[220px_1fr]">
          <dt className="font-strong">{t(`fact.${name}`)}</dt>
          <dd className="min-w-0 break-words">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
