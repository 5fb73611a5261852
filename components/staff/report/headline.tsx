import { SHEET } from "../styles";

export interface HeadlineFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly more: string;
}

/** The figures that one sees first. */
export function Headline({ label, figures }: { label: string; figures: readonly HeadlineFigure[] }) {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-4 wide:grid-cols-5">
      {figures.map(({ key, label: name, value, more }) => (
        <div key={key} data-figure={key} className={`${SHEET} flex flex-col gap-1 p-5`}>
          <dt className="font-strong text-ink-soft">{name}</dt>
          <dd>
            <span className="block text-[26px] leading-tight font-head tabular-nums">{value}</span>
            <span className="mt-1 block text-[17px] leading-snug text-ink-soft">{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
