import type { ReactNode } from "react";

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-control bg-card p-7 shadow-rest">
      <h2 className="text-lead">{title}</h2>
      {children}
    </section>
  );
}

/** Something for a terminal, or what it answers; the keyboard can scroll it. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      role="group"
      aria-label={label}
      className="overflow-x-auto rounded-field bg-paper-deep px-5 py-4 font-mono text-[15px] leading-normal text-ink"
    >
      {children}
    </pre>
  );
}

/** A table whose first column is written as in the protocol; `ids` makes its rows places to link to. */
export function Table({
  heads,
  rows,
  ids = false,
}: {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  ids?: boolean;
}) {
  return (
    <div tabIndex={0} role="group" aria-label={heads.join(", ")} className="overflow-x-auto">
      <table className="w-full text-left">
        <thead>
          <tr className="border-b-2 border-line">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-2 pr-6 font-head">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = "", ...rest]) => (
            <tr key={first} id={ids ? first : undefined} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-6 font-mono text-[16px] font-strong whitespace-nowrap">
                {first}
              </th>
              {rest.map((cell, place) => (
                <td key={place} className="py-2 pr-6">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
