import type { Cell, Table } from "@/lib/register/account/types";
import { SHEET } from "../styles";

/** A table of the account, closed until somebody wants it; a wide one is moved sideways by itself. */
export function FigureTable({
  table: { key, title, note, columns, rows, totalled = false },
  write,
  open = false,
}: {
  table: Table;
  write: (cell: Cell) => string;
  open?: boolean;
}) {
  return (
    <details open={open} className={`${SHEET} group`}>
      <summary className="flex min-h-14 cursor-pointer items-center gap-3 rounded-control px-6 py-3 text-lead font-head">
        <span aria-hidden="true" className="inline-block transition-transform group-open:rotate-90">
          ›
        </span>
        {title}
      </summary>
      <div className="px-6 pb-6">
        {note !== undefined && <p className="mb-3 text-ink-soft">{note}</p>}
        {rows.length > 0 && (
          // Wider than the tablet it is moved sideways, also by keyboard.
          <div tabIndex={0} role="region" aria-label={title} className="overflow-x-auto rounded-field">
            <table data-table={key} className="w-full border-collapse text-[17px] tabular-nums">
              <thead>
                <tr className="border-b-2 border-ink">
                  {columns.map(({ label, align }) => (
                    <th
                      key={label}
                      scope="col"
                      className={`px-2.5 py-2 align-bottom font-head ${align === "right" ? "text-right" : "text-left"}`}
                    >
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => {
                  const total = totalled && at === rows.length - 1;
                  return (
                    <tr
                      key={at}
                      className={total ? "border-t-2 border-ink font-head" : "border-b border-line"}
                    >
                      {columns.map(({ label, align }, index) => (
                        <td
                          key={label}
                          className={`px-2.5 py-2 ${align === "right" ? "text-right whitespace-nowrap" : "text-left"}`}
                        >
                          {write(row[index] ?? null)}
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </details>
  );
}
