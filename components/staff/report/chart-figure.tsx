import type { Chart, Shape, Tone } from "@/lib/register/account/charts/types";
import { SHEET } from "../styles";

const TONES: Readonly<Record<Tone, string>> = {
  paper: "#ffffff",
  shade1: "#dfdcd4",
  shade2: "#b9b7b4",
  shade3: "#8c8f99",
  soft: "#4a556f",
  ink: "var(--color-ink)",
};

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, fill, stroke } = shape;
      const edge = stroke ? { stroke: TONES[stroke], strokeWidth: 1 } : {};
      return <rect x={x} y={y} width={width} height={height} fill={TONES[fill]} {...edge} />;
    }
    case "line": {
      const { x1, y1, x2, y2, stroke, width = 1, dashed } = shape;
      const dash = dashed ? { strokeDasharray: "6 4" } : {};
      return <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={TONES[stroke]} strokeWidth={width} {...dash} />;
    }
    case "text": {
      const { x, y, text, size, fill, anchor, strong } = shape;
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          fill={TONES[fill]}
          textAnchor={anchor}
          fontWeight={strong ? 700 : 500}
        >
          {text}
        </text>
      );
    }
  }
}

/** A chart with its words and what its shades mean; its figures stand in a table on the same page. */
export function ChartFigure({ chart: { key, title, summary, drawing, legend } }: { chart: Chart }) {
  const { width, height, shapes } = drawing;
  return (
    <figure
      aria-labelledby={`chart-${key}`}
      className={`${SHEET} flex flex-col gap-4 p-6 wide:grid wide:grid-cols-[280px_1fr] wide:gap-x-8`}
    >
      <figcaption>
        <h2 id={`chart-${key}`} className="text-lead">
          {title}
        </h2>
        <p className="mt-1 text-ink-soft">{summary}</p>
        {legend.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-[17px] text-ink-soft">
            {legend.map(({ fill, outlined, label }) => (
              <li key={label} className="flex items-center gap-2">
                <svg viewBox="0 0 16 16" aria-hidden="true" className="h-4 w-4">
                  <rect
                    x={0.5}
                    y={0.5}
                    width={15}
                    height={15}
                    fill={TONES[fill]}
                    stroke={outlined ? TONES.ink : "none"}
                  />
                </svg>
                {label}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}. ${summary}`}
        className="block w-full tabular-nums"
      >
        {shapes.map((shape, index) => (
          <Drawn key={index} shape={shape} />
        ))}
      </svg>
    </figure>
  );
}
