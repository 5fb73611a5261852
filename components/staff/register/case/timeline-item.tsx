import { useTranslations } from "next-intl";
import type { DecisionEvidence, TimelineEntry, TimelineKind } from "@/lib/register/case/types";
import { useFacts } from "@/components/staff/contradictions/use-facts";
import { ClauseList } from "@/components/staff/voucher/clause-list";
import { useRegisterWords } from "../use-register-words";

/** Amber is disturbance or nearly late, green is recorded, gold the promise; each line says it in words, too. */
const MARKS: Readonly<Partial<Record<TimelineKind, string>>> = {
  PROMISE_ENDS: "bg-gold",
  OUTAGE: "bg-amber",
  CONTRADICTION: "bg-amber",
  VOUCHER_WITHHELD: "bg-amber",
  RULING_WITHHELD: "bg-amber",
  VOUCHER_ISSUED: "bg-ink",
  VOUCHER_GRANTED: "bg-ink",
  VOUCHER_STEP_DONE: "bg-green",
  VOUCHER_COMPLETED: "bg-green",
};

/** One line of the timeline: when, what, by whom, and what was written or found. */
export function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const { clock } = useRegisterWords();
  return (
    <li className="grid grid-cols-[4rem_0.75rem_1fr] items-stretch gap-x-3">
      <time dateTime={new Date(entry.at).toISOString()} className="py-2.5 font-head tabular-nums">
        {clock(entry.at)}
      </time>
      <span aria-hidden="true" className="relative flex justify-center">
        <span className="absolute inset-y-0 w-0.5 bg-line" />
        <span className={`relative mt-4 h-3 w-3 rounded-round ${MARKS[entry.kind] ?? "bg-line-strong"}`} />
      </span>
      <div className="min-w-0 py-2.5 leading-snug">
        <Told entry={entry} />
      </div>
    </li>
  );
}

function Told({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations("register");
  const duties = useTranslations("staff.duty");
  const { clock } = useRegisterWords();
  const { kind, byName, place, item, count = 1, step, until, evidence, note, changes } = entry;
  const slip = kind === "PRINTED" || kind === "REPRINTED" || kind === "PROMISE_PRINTED";
  const aside = [
    ...(until === undefined ? [] : [until === null ? t("goesOn") : t("until", { time: clock(until) })]),
    ...(slip && item && t.has(`print.${item}`) ? [t(`print.${item}`)] : []),
    // Where the sentence itself does not name it.
    ...(place && ["VOUCHER_ISSUED", "DECISION", "PRINTED", "REPRINTED"].includes(kind) ? [place] : []),
    ...(byName ? [byName] : []),
  ];
  return (
    <>
      <p>
        <span className="font-strong">
          {t(`entry.${kind}`, {
            place: place ?? "–",
            item: item ?? "–",
            count,
            duty: step ? duties(`${step}.title`) : "",
            source: evidence?.source ?? "",
            outcome: evidence ? t(`outcome.${evidence.outcome}`) : "",
          })}
        </span>
        {aside.length > 0 && <span className="ml-2 text-small text-ink-soft">{aside.join(", ")}</span>}
      </p>
      {note && <p className="mt-0.5 text-small break-words">{note}</p>}
      {changes && <Changes changes={changes} />}
      {evidence && <Evidence evidence={evidence} />}
    </>
  );
}

function Changes({ changes }: { changes: NonNullable<TimelineEntry["changes"]> }) {
  const t = useTranslations("register");
  const facts = useFacts();
  return (
    <ul className="mt-0.5 text-small">
      {changes.map(facts).map(({ label, before, after }) => (
        <li key={label}>
          {before === null || after === null
            ? t("changeSomebody")
            : t("change", { field: label, before, after })}
        </li>
      ))}
    </ul>
  );
}

function Evidence({ evidence }: { evidence: DecisionEvidence }) {
  const t = useTranslations("register.decision");
  const { wait } = useRegisterWords();
  const { waitedMs, obstacle, overruled, contradictory, clauses, policyVersion, legalBasis } = evidence;
  return (
    <>
      {waitedMs !== null && <p className="text-small">{t("waited", { wait: wait(waitedMs) })}</p>}
      {contradictory && <p className="text-small text-amber">{t("contradictory")}</p>}
      {obstacle !== null && (
        <p className="text-small font-strong text-amber">
          {t(`obstacle.${obstacle}`)} {overruled && t("overruled")}
        </p>
      )}
      <details className="mt-1">
        <summary className="flex min-h-12 w-fit cursor-pointer items-center rounded-field text-small font-strong underline decoration-2 underline-offset-[5px]">
          {t("details")}
        </summary>
        <div className="rounded-field bg-paper-deep px-5 py-4 text-small">
          <ClauseList clauses={clauses} tone="paper" />
          <p className="mt-3 text-ink-soft">{t("policy", { version: policyVersion, basis: legalBasis })}</p>
        </div>
      </details>
    </>
  );
}
