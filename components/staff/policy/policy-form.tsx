"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PolicyPreview } from "@/lib/office/types";
import type { Policy } from "@/lib/rules/types";
import { RefusalNote } from "../access/refusal-note";
import { useSend } from "../access/use-send";
import { buttonClass, SHEET } from "../styles";
import type { Send } from "../types";
import { PolicyExamples } from "./policy-examples";
import { PolicyChoices, PolicyLine } from "./policy-fields";

const TYPES = ["NEW", "REPLACEMENT", "OTHER"] as const;
const CHANNELS = ["M_PASPOR", "ONLINE_QUEUE", "WALK_IN"] as const;
const REASONS = ["EXPIRED", "FULL", "DAMAGED", "LOST", "DATA_CHANGE"] as const;

interface PolicyTyped {
  readonly validFrom: string;
  readonly minutes: string;
  readonly legalBasis: string;
  readonly qualifyingTypes: readonly string[];
  readonly qualifyingChannels: readonly string[];
  readonly excludedReasons: readonly string[];
}

/** A further version of the rules: typed, tried on invented applicants, and only then added. */
export function PolicyForm({
  newest,
  earliest,
  preview,
  add,
}: {
  /** The newest version, from which the form begins. */
  newest: Policy;
  /** The first local date on which it may apply, `YYYY-MM-DD`. */
  earliest: string;
  preview: Send<PolicyPreview>;
  add: Send<{ version: number }>;
}) {
  const t = useTranslations("policy");
  const router = useRouter();
  const [draft, setDraft] = useState<PolicyTyped>({
    validFrom: earliest,
    minutes: String(newest.thresholdMs / 60_000),
    legalBasis: newest.legalBasis,
    qualifyingTypes: newest.qualifyingTypes,
    qualifyingChannels: newest.qualifyingChannels,
    excludedReasons: newest.excludedReasons,
  });
  const [shown, setShown] = useState(newest.version);
  const [tried, setTried] = useState<PolicyPreview | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const looking = useSend(preview);
  const adding = useSend(add);
  const refusal = adding.refusal ?? looking.refusal;
  const problems = (refusal?.code === "BAD_FIELDS" ? refusal.details : undefined) ?? {};
  const overtaken = newest.version !== shown;
  const edit = (part: Partial<PolicyTyped>) => {
    setTried(null);
    setAdded(null);
    setDraft((before) => ({ ...before, ...part }));
  };
  const input = () => {
    const { minutes, ...rest } = draft;
    const value = minutes.trim() === "" ? NaN : Number(minutes);
    return { ...rest, shown, thresholdMinutes: Number.isNaN(value) ? null : value };
  };
  const look = () => {
    adding.refuse(null);
    looking.send(input(), setTried);
  };
  const problem = (field: string) => {
    const found = problems[field];
    if (found === undefined) return null;
    const [code = "", limit = ""] = String(found).split(" ");
    return t(`problem.${code}`, { limit });
  };
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!tried) look();
        else
          adding.send(input(), ({ version }) => {
            setTried(null);
            setAdded(version);
            setShown(version);
            router.refresh();
          });
      }}
      className={`${SHEET} flex flex-col gap-5 p-6`}
    >
      <h2 className="text-lead">{t("form.title")}</h2>
      <p className="text-ink-soft">{t("form.lead")}</p>
      <div className="grid items-start gap-5 wide:grid-cols-2">
        <PolicyLine label={t("form.validFrom")} hint={t("form.validFromHint")} problem={problem("validFrom")}>
          {(field) => (
            <input
              {...field}
              type="date"
              min={earliest}
              value={draft.validFrom}
              onChange={(event) => edit({ validFrom: event.target.value })}
            />
          )}
        </PolicyLine>
        <PolicyLine label={t("form.minutes")} hint={t("form.minutesHint")} problem={problem("thresholdMs")}>
          {(field) => (
            <input
              {...field}
              inputMode="numeric"
              value={draft.minutes}
              onChange={(event) => edit({ minutes: event.target.value })}
            />
          )}
        </PolicyLine>
      </div>
      <PolicyChoices
        legend={t("form.types")}
        all={TYPES}
        chosen={draft.qualifyingTypes}
        words={(one) => t(`type.${one}`)}
        problem={problem("qualifyingTypes")}
        choose={(qualifyingTypes) => edit({ qualifyingTypes })}
      />
      <PolicyChoices
        legend={t("form.channels")}
        all={CHANNELS}
        chosen={draft.qualifyingChannels}
        words={(one) => t(`channel.${one}`)}
        problem={problem("qualifyingChannels")}
        choose={(qualifyingChannels) => edit({ qualifyingChannels })}
      />
      <PolicyChoices
        legend={t("form.reasons")}
        all={REASONS}
        chosen={draft.excludedReasons}
        words={(one) => t(`reason.${one}`)}
        problem={problem("excludedReasons")}
        choose={(excludedReasons) => edit({ excludedReasons })}
      />
      <PolicyLine label={t("form.basis")} hint={t("form.basisHint")} problem={problem("legalBasis")}>
        {(field) => (
          <input
            {...field}
            value={draft.legalBasis}
            onChange={(event) => edit({ legalBasis: event.target.value })}
          />
        )}
      </PolicyLine>
      {tried !== null && <PolicyExamples preview={tried} />}
      {overtaken ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 rounded-field bg-amber-wash px-5 py-3">
          <p className="mr-auto font-strong text-amber">{t("form.overtaken")}</p>
          <button
            type="button"
            onClick={() => {
              adding.refuse(null);
              looking.refuse(null);
              setTried(null);
              setShown(newest.version);
            }}
            className={buttonClass("primary", "small")}
          >
            {t("form.goOn")}
          </button>
        </div>
      ) : refusal?.code === "BAD_FIELDS" ? (
        <p role="alert" className="rounded-field bg-amber-wash px-5 py-3 font-strong text-amber">
          {t("form.badFields")}
        </p>
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <p role="status" className="rounded-field bg-green-wash px-5 py-3 font-strong text-green empty:hidden">
        {added === null ? "" : t("form.added", { version: added })}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        {tried !== null && (
          <button type="button" onClick={() => setTried(null)} className={buttonClass("secondary")}>
            {t("form.back")}
          </button>
        )}
        <button
          type="submit"
          aria-busy={looking.pending || adding.pending}
          aria-disabled={overtaken}
          className={buttonClass(overtaken ? "waiting" : "primary")}
        >
          {t(tried === null ? "form.preview" : "form.add", { version: newest.version + 1 })}
        </button>
      </div>
    </form>
  );
}
