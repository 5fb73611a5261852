import Link from "next/link";
import type { Period } from "@/lib/register/types";
import { buttonClass, FIELD, SHEET } from "../styles";

export const reportPath = ({ from, to }: Period): string => `/staff/report?from=${from}&to=${to}`;

export interface PeriodChoice {
  readonly key: string;
  readonly label: string;
  readonly period: Period;
  readonly chosen: boolean;
}

/** Month, quarter, year, one before or after, or any two dates. Works without script: links and a form that asks. */
export function PeriodPicker({
  title,
  period,
  choices,
  before,
  after,
  words,
}: {
  title: string;
  period: Period;
  choices: readonly PeriodChoice[];
  before: Period;
  /** Null where it has not begun. */
  after: Period | null;
  words: Readonly<Record<"label" | "before" | "after" | "free" | "from" | "to" | "show", string>>;
}) {
  const step = `${buttonClass("secondary", "small")} w-14 px-0`;
  return (
    <section aria-label={words.label} className={`${SHEET} flex flex-wrap items-end gap-x-8 gap-y-5 p-6`}>
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-3">
          <Link href={reportPath(before)} aria-label={words.before} className={step}>
            ‹
          </Link>
          <h2 className="min-w-60 text-center text-lead">{title}</h2>
          {after ? (
            <Link href={reportPath(after)} aria-label={words.after} className={step}>
              ›
            </Link>
          ) : (
            <span className="w-14" />
          )}
        </div>
        <nav aria-label={words.label} className="flex flex-wrap gap-2">
          {choices.map(({ key, label, period: of, chosen }) => (
            <Link
              key={key}
              href={reportPath(of)}
              aria-current={chosen ? "page" : undefined}
              className={`${buttonClass(chosen ? "primary" : "secondary", "small")} min-w-28`}
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
      <form
        method="get"
        action="/staff/report"
        aria-label={words.free}
        className="ml-auto flex flex-wrap items-end gap-3"
      >
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="flex flex-col gap-1.5 text-ink-soft">
            {words[name]}
            <input
              type="date"
              name={name}
              required
              defaultValue={period[name]}
              className={`${FIELD} w-56 text-ink`}
            />
          </label>
        ))}
        <button type="submit" className={buttonClass("secondary")}>
          {words.show}
        </button>
      </form>
    </section>
  );
}
