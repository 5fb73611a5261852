/** Where the pen was, in CSS pixels of the field; `time` in ms. What signature_pad keeps of a point. */
export interface PenPoint {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
  readonly time: number;
}

export interface PenStroke {
  readonly points: readonly PenPoint[];
}

/** What is sent: shapes in units of the field, as the server's schema of receipts takes them. */
export interface FieldStrokes {
  readonly height: number;
  readonly strokes: readonly (readonly number[])[];
}

/** The field is so many units wide on every tablet. */
export const FIELD_WIDTH = 4000;
const MAX_POINTS = 2800;
const MAX_STROKES = 120;
/** The pen in units: thin where it is fast, thick where it is slow. */
const THINNEST = 9;
const THICKEST = 30;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));

/** A pen that tells its pressure draws thicker where it is pressed; fingers and mice tell one half, or nothing. */
const pressed = (pressure: number) => (pressure > 0 ? 0.6 + 0.8 * pressure : 1);

function penWidths(points: readonly PenPoint[], scale: number): number[] {
  let speed = 0;
  return points.map((point, index) => {
    const before = points[index - 1];
    if (before) {
      const passed = Math.max(1, point.time - before.time);
      const distance = Math.hypot(point.x - before.x, point.y - before.y) * scale;
      speed = 0.7 * (distance / passed) + 0.3 * speed;
    }
    return Math.max(THINNEST, THICKEST / (1 + speed / 6)) * pressed(point.pressure);
  });
}

/** Every so many points of a stroke that has more than it may, and always its last. */
const thinned = (points: readonly PenPoint[], every: number) =>
  points.filter((_point, index) => index % every === 0 || index === points.length - 1);

/**
 * What was drawn on a field of `width` times `height` CSS pixels. How fast each point was drawn shapes the line and is
 * not told. Outside the field is its edge.
 */
export function fieldStrokes(drawn: readonly PenStroke[], width: number, height: number): FieldStrokes {
  const scale = FIELD_WIDTH / width;
  const unitsHigh = Math.round(height * scale);
  const total = drawn.reduce((sum, { points }) => sum + points.length, 0);
  const every = Math.max(1, Math.ceil(total / (MAX_POINTS - 2 * MAX_STROKES)));
  const strokes = drawn
    .filter(({ points }) => points.length > 0)
    .slice(0, MAX_STROKES)
    .map(({ points }) => {
      const widths = new Map(penWidths(points, scale).map((pen, index) => [points[index], pen]));
      return thinned(points, every).flatMap((point) => [
        clamp(point.x * scale, 0, FIELD_WIDTH),
        clamp(point.y * scale, 0, unitsHigh),
        clamp(widths.get(point) ?? THICKEST, 1, 4 * THICKEST),
      ]);
    });
  return { height: unitsHigh, strokes };
}

/** The same strokes on a field of another size. */
export function resized<Stroke extends PenStroke>(drawn: readonly Stroke[], factor: number): Stroke[] {
  return drawn.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }));
}
