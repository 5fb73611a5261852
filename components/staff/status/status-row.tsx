import { useFormatter, useTranslations } from "next-intl";
import type { HealthCheck } from "@/lib/health/types";
import { SHEET } from "../styles";
import { useWords } from "../use-words";
import { LevelIcon } from "./level-icon";

const MINUTE_MS = 60_000;

/** What was measured, as the sentences of the checks say it. */
function useMeasured() {
  const format = useFormatter();
  const { wait } = useWords();
  return ({ measured, unit }: HealthCheck): string => {
    if (measured === null) return "–";
    if (unit === "bytes") {
      const giga = measured / 1e9;
      return giga >= 1
        ? `${format.number(giga, { maximumFractionDigits: 1 })} GB`
        : `${format.number(measured / 1e6, { maximumFractionDigits: 0 })} MB`;
    }
    const time = Math.abs(measured);
    if (time >= MINUTE_MS) return wait(time);
    return time >= 1_000
      ? format.number(Math.round(time / 1_000), { style: "unit", unit: "second", unitDisplay: "long" })
      : format.number(Math.max(1, Math.round(time)), {
          style: "unit",
          unit: "millisecond",
          unitDisplay: "long",
        });
  };
}

/** The words of one check; a state that could not be asked, or that has no words, is told as unknown. */
function useSentences({ check, ahead }: { check: HealthCheck; ahead: number }) {
  const t = useTranslations("health");
  const format = useFormatter();
  const measured = useMeasured();
  const at = (instant: number | null | undefined) =>
    instant === null || instant === undefined
      ? "–"
      : format.dateTime(instant + ahead, { dateStyle: "medium", timeStyle: "short" });
  const values = {
    value: measured(check),
    count: check.measured ?? 0,
    names: check.names && check.names.length > 0 ? format.list(check.names) : "–",
    since: at(check.since),
    at: at(check.failedAt),
  };
  const path = `checks.${check.key}.${check.state}`;
  const known = t.has(`${path}.said`);
  const troubled = check.level !== "OK";
  const word = (name: "meaning" | "todo", unknown: "unknownMeaning" | "unknownTodo") => {
    if (!troubled) return null;
    if (!known) return t(unknown);
    return t.has(`${path}.${name}`) ? t(`${path}.${name}`) : null;
  };
  return {
    title: t(`checks.${check.key}.title`),
    said: known ? t(`${path}.said`, values) : t("unknownSaid"),
    meaning: word("meaning", "unknownMeaning"),
    todo: word("todo", "unknownTodo"),
    level: t(`level.${check.level}`),
    since: troubled && check.since !== null ? t("since", { at: at(check.since) }) : null,
  };
}

/** One thing that the service rests on: well in one line, else what it means for applicants and what to do. */
export function StatusRow({ check, ahead }: { check: HealthCheck; ahead: number }) {
  const t = useTranslations("health");
  const { title, said, meaning, todo, level, since } = useSentences({ check, ahead });
  if (check.level === "OK")
    return (
      <li data-check={check.key} data-level="OK" className="flex items-start gap-4 py-4">
        <LevelIcon level="OK" className="mt-0.5 h-6 w-6 shrink-0 text-green" />
        <p className="min-w-0">
          <span className="block font-head">
            {title}
            <span className="sr-only">: {level}</span>
          </span>
          <span className="text-ink-soft tabular-nums">{said}</span>
        </p>
      </li>
    );
  const bad = check.level === "BAD";
  return (
    <li
      data-check={check.key}
      data-level={check.level}
      className={`${SHEET} flex flex-col gap-4 border-l-8 p-6 ${bad ? "border-amber" : "border-gold"}`}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lead font-head">
            {title}
            <span
              className={`inline-flex items-center gap-2 rounded-round px-3 py-0.5 text-small font-strong ${bad ? "bg-amber text-paper" : "bg-amber-wash text-amber"}`}
            >
              <LevelIcon level={check.level} className="h-4 w-4" />
              {level}
            </span>
          </h3>
          <p className="mt-1 font-strong break-words">{said}</p>
        </div>
        {since !== null && <p className="text-small text-ink-soft tabular-nums">{since}</p>}
      </div>
      {(meaning !== null || todo !== null) && (
        <dl className="grid gap-x-10 gap-y-3 wide:grid-cols-2">
          {meaning !== null && (
            <div>
              <dt className="text-small text-ink-soft">{t("forApplicants")}</dt>
              <dd className="mt-0.5">{meaning}</dd>
            </div>
          )}
          {todo !== null && (
            <div>
              <dt className="text-small text-ink-soft">{t("todo")}</dt>
              <dd className="mt-0.5 font-strong">{todo}</dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
}
