import { buttonClass } from "../styles";

export interface ListedReport {
  readonly id: string;
  readonly number: string;
  readonly period: string;
  readonly by: string;
}

/** The issued reports, each to be downloaded again as it was issued. */
export function ReportList({
  reports,
  words,
}: {
  reports: readonly ListedReport[];
  words: Readonly<Record<"list" | "none" | "files", string>>;
}) {
  return (
    <section aria-label={words.list}>
      <h3 className="font-head">{words.list}</h3>
      {reports.length === 0 && <p className="mt-1 text-ink-soft">{words.none}</p>}
      <ul className="mt-2">
        {reports.map(({ id, number, period, by }) => (
          <li
            key={id}
            data-report={number}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3 first:border-t-0"
          >
            <span className="mr-auto">
              <span className="block font-head tabular-nums">{number}</span>
              <span className="block text-ink-soft">{`${period} · ${by}`}</span>
            </span>
            <span className="flex gap-2">
              {(["pdf", "xlsx", "csv"] as const).map((format) => (
                <a
                  key={format}
                  href={`/staff/report/file?format=${format}&id=${id}`}
                  aria-label={`${words.files}: ${number}, ${format.toUpperCase()}`}
                  className={buttonClass("secondary", "small")}
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
