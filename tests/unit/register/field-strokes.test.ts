import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELD_WIDTH, fieldStrokes, resized, type PenStroke } from "@/components/staff/receipt/field-strokes";
import { drawnSchema, FIELD_WIDTH as SCHEMA_WIDTH } from "@/lib/register/receipts/schema";

const point = fc.record({
  x: fc.double({ min: -200, max: 1400, noNaN: true }),
  y: fc.double({ min: -200, max: 900, noNaN: true }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
  time: fc.integer({ min: 0, max: 60_000 }),
});
const strokes = fc.array(fc.record({ points: fc.array(point, { maxLength: 60 }) }), { maxLength: 150 });

const line = (pressure: number, ms: number): PenStroke => ({
  points: Array.from({ length: 30 }, (_empty, index) => ({
    x: 100 + index * 10,
    y: 200,
    pressure,
    time: index * ms,
  })),
});
const thickest = (stroke: PenStroke) =>
  Math.max(
    ...(fieldStrokes([stroke], 800, 400).strokes[0] ?? [])
      .filter((_value, index) => index % 3 === 2)
      .slice(5),
  );

describe("what a tablet sends of a drawing", () => {
  test("is what the server takes, whatever was drawn", () => {
    expect(FIELD_WIDTH).toBe(SCHEMA_WIDTH);
    fc.assert(
      fc.property(strokes, fc.integer({ min: 300, max: 1100 }), (drawn, width) => {
        expect(drawnSchema.safeParse(fieldStrokes(drawn, width, width / 2)).error?.issues).toBeUndefined();
      }),
    );
  });

  test("is taken however long somebody draws", () => {
    const long = {
      points: Array.from({ length: 20_000 }, (_empty, index) => ({
        x: index % 800,
        y: 200,
        pressure: 0,
        time: index,
      })),
    };
    const sent = fieldStrokes([long, long], 800, 400);
    expect(drawnSchema.safeParse(sent).success).toBe(true);
    expect(JSON.stringify(sent).length).toBeLessThan(60_000);
  });

  test("is thicker where a pen is pressed, and thinner where it is fast", () => {
    expect(thickest(line(0.9, 20))).toBeGreaterThan(thickest(line(0.2, 20)));
    expect(thickest(line(0, 2))).toBeLessThan(thickest(line(0, 40)));
  });

  test("is the same on a tablet that was turned", () => {
    const drawn = [line(0.5, 10)];
    const positions = (sent: ReturnType<typeof fieldStrokes>) =>
      sent.strokes.map((stroke) => stroke.filter((_value, index) => index % 3 < 2));
    expect(positions(fieldStrokes(resized(drawn, 1.25), 1000, 500))).toEqual(
      positions(fieldStrokes(drawn, 800, 400)),
    );
  });
});
