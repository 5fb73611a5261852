import "server-only";
import { seal, unseal } from "@/lib/platform/sealed";
import { drawnSchema, FIELD_WIDTH, type DrawnSignature } from "./schema";

const PURPOSE = "receipt-signature";
/** A signature that is smaller or shorter is a slip of the finger: a tenth, and a sixth, of the field's width. */
const SMALLEST = FIELD_WIDTH / 10;
const SHORTEST = FIELD_WIDTH / 6;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly pen: number;
}

const pointsOf = (stroke: readonly number[]): Point[] =>
  Array.from({ length: Math.floor(stroke.length / 3) }, (_empty, index) => ({
    x: stroke[index * 3] ?? 0,
    y: stroke[index * 3 + 1] ?? 0,
    pen: stroke[index * 3 + 2] ?? 1,
  }));

/** The smallest box around all points, in units of the field. */
function boxOf(points: readonly Point[]) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Why a drawing is no signature: nothing is drawn, or only a dot; null when it is one. */
export function signatureFault({
  strokes,
}: DrawnSignature): "SIGNATURE_EMPTY" | "SIGNATURE_TOO_SMALL" | null {
  const lines = strokes.map(pointsOf);
  if (lines.flat().length === 0) return "SIGNATURE_EMPTY";
  const { width, height } = boxOf(lines.flat());
  const length = lines.reduce(
    (sum, line) =>
      line.reduce((total, { x, y }, index) => {
        const before = line[index - 1];
        return before ? total + Math.hypot(x - before.x, y - before.y) : total;
      }, sum),
    0,
  );
  return Math.hypot(width, height) < SMALLEST || length < SHORTEST ? "SIGNATURE_TOO_SMALL" : null;
}

const belongsTo = (voucherId: string, receiptId: string) => `${voucherId}/${receiptId}`;

/** A signature as the database keeps it: sealed, and of use for this voucher's receipt alone. */
export function sealSignature(drawn: DrawnSignature, voucherId: string, receiptId: string) {
  return seal(PURPOSE, belongsTo(voucherId, receiptId), Buffer.from(JSON.stringify(drawn)));
}

/** The drawing; null when it was tampered with, put beside another receipt, or sealed under another secret. */
export function openSignature(
  sealed: Uint8Array,
  voucherId: string,
  receiptId: string,
): DrawnSignature | null {
  const plain = unseal(PURPOSE, belongsTo(voucherId, receiptId), sealed);
  return plain ? drawnSchema.parse(JSON.parse(plain.toString("utf8"))) : null;
}

/** A signature as shapes: short curves, each as thick as the pen was there. Coordinates in units of the field. */
export interface SignaturePicture {
  /** Left, top, width and height, with a margin. */
  readonly box: readonly [number, number, number, number];
  readonly curves: readonly { readonly d: string; readonly width: number }[];
}

const middle = (one: Point, other: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${Math.round(x)} ${Math.round(y)}`;

/** From middle to middle of neighbours, bent by the point between: no corners, also where points are far apart. */
function curvesOf(line: readonly Point[]) {
  const [first] = line;
  if (!first) return [];
  if (line.length === 1)
    return [{ d: `M${at(first)}L${at({ x: first.x + 1, y: first.y })}`, width: first.pen * 1.4 }];
  return line.map((point, index) => {
    const [before, after] = [line[index - 1], line[index + 1]];
    const from = before ? middle(before, point) : point;
    const to = after ? middle(point, after) : point;
    return { d: `M${at(from)}Q${at(point)} ${at(to)}`, width: point.pen };
  });
}

/** Draws a signature. Everything in it is a number that was checked, so it is safe within SVG and PDF. */
export function drawSignature({ strokes }: DrawnSignature): SignaturePicture {
  const lines = strokes.map(pointsOf);
  const { left, top, width, height } = boxOf(lines.flat());
  const margin = FIELD_WIDTH / 25;
  return {
    box: [left - margin, top - margin, width + 2 * margin, height + 2 * margin],
    curves: lines.flatMap(curvesOf),
  };
}

/** The picture as an SVG document, in ink on nothing. */
export function signatureSvg({ box, curves }: SignaturePicture): string {
  const paths = curves.map(({ d, width }) => `<path d="${d}" stroke-width="${Math.round(width)}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" fill="none" stroke="#0f1e3d" ` +
    `stroke-linecap="round" stroke-linejoin="round">${paths.join("")}</svg>`
  );
}
