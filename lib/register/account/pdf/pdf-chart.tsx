import "server-only";
import { Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { Chart, Drawing, LegendEntry, Shape, Tone } from "@/lib/register/account/charts/types";
import { PDF_COLORS } from "@/lib/register/pdf/palette";

const TONES: Readonly<Record<Tone, string>> = {
  paper: "#ffffff",
  shade1: "#dfdcd4",
  shade2: "#b9b7b4",
  shade3: "#8c8f99",
  soft: "#4a556f",
  ink: PDF_COLORS.ink,
};

/** Half a line's width, so that a text's box stands over its anchor. */
const BOX = 120;

function PdfShape({ shape }: { shape: Shape }) {
  if (shape.kind === "rect") {
    const { x, y, width, height, fill, stroke } = shape;
    const edge = stroke ? { stroke: TONES[stroke], strokeWidth: 0.6 } : {};
    return <Rect x={x} y={y} width={width} height={height} fill={TONES[fill]} {...edge} />;
  }
  if (shape.kind === "line") {
    const { x1, y1, x2, y2, stroke, width = 1, dashed } = shape;
    return (
      <Line
        x1={x1}
        y1={y1}
        x2={x2}
        y2={y2}
        stroke={TONES[stroke]}
        strokeWidth={width}
        {...(dashed ? { strokeDasharray: "4 2" } : {})}
      />
    );
  }
  return null;
}

const ALIGN = { start: "left", middle: "center", end: "right" } as const;
const SHIFT = { start: 0, middle: BOX / 2, end: BOX } as const;

/** Words stand over the drawing as text of the page, which knows the house's typeface and can be searched. */
function PdfLabel({ shape }: { shape: Extract<Shape, { kind: "text" }> }) {
  const { x, y, text, size, fill, anchor, strong } = shape;
  return (
    <Text
      style={{
        position: "absolute",
        left: x - SHIFT[anchor],
        top: y - size * 0.95,
        width: BOX,
        fontSize: size,
        lineHeight: 1.2,
        textAlign: ALIGN[anchor],
        color: TONES[fill],
        fontWeight: strong ? 700 : 400,
      }}
    >
      {text}
    </Text>
  );
}

function PdfDrawing({ drawing: { width, height, shapes } }: { drawing: Drawing }) {
  return (
    <View style={{ width, height, position: "relative" }}>
      <Svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {shapes.map((shape, index) => (
          <PdfShape key={index} shape={shape} />
        ))}
      </Svg>
      {shapes.map((shape, index) => (shape.kind === "text" ? <PdfLabel key={index} shape={shape} /> : null))}
    </View>
  );
}

function PdfLegend({ entries }: { entries: readonly LegendEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", marginTop: 4 }}>
      {entries.map(({ fill, outlined, label }) => (
        <View key={label} style={{ flexDirection: "row", alignItems: "center", marginRight: 14 }}>
          <View
            style={{
              ...{ width: 9, height: 9, marginRight: 4, backgroundColor: TONES[fill] },
              ...(outlined ? { borderWidth: 0.6, borderColor: PDF_COLORS.ink } : {}),
            }}
          />
          <Text style={{ fontSize: 7.5, color: PDF_COLORS.inkSoft }}>{label}</Text>
        </View>
      ))}
    </View>
  );
}

/** A chart with its title, its sentence and what its shades mean; never torn between two pages. */
export function PdfChart({ chart }: { chart: Chart }) {
  return (
    <View wrap={false} style={{ marginBottom: 14 }}>
      <Text style={{ fontSize: 11, fontWeight: 700, marginBottom: 1.5 }}>{chart.title}</Text>
      <Text style={{ fontSize: 8.5, lineHeight: 1.4, color: PDF_COLORS.inkSoft, marginBottom: 6 }}>
        {chart.summary}
      </Text>
      <PdfDrawing drawing={chart.drawing} />
      <PdfLegend entries={chart.legend} />
    </View>
  );
}
