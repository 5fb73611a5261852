/** Shades that stay apart on a grey printer, from paper to ink; `gold` only beside a word. */
export type Tone = "paper" | "shade1" | "shade2" | "shade3" | "soft" | "ink";

export type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Tone;
      readonly stroke?: Tone;
    }
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Tone;
      readonly width?: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: Tone;
      readonly anchor: "start" | "middle" | "end";
      readonly strong?: boolean;
    };

/** A chart as shapes: screen and paper draw the same one. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** How large a chart is drawn, in the units of its medium: pixels or points. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly text: number;
}

/** What a shade in a chart means. */
export interface LegendEntry {
  readonly fill: Tone;
  readonly outlined?: boolean;
  readonly label: string;
}

/** A chart with its words; the table of the same figures stands beside it for who cannot see it. */
export interface Chart {
  readonly key: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly summary: string;
  readonly drawing: Drawing;
  readonly legend: readonly LegendEntry[];
}
