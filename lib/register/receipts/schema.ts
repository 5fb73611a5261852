import { z } from "zod";
import { requestKey } from "@/lib/vouchers/schema";

/** A signature's field is so many units wide, whatever the tablet; its height keeps the field's shape. */
export const FIELD_WIDTH = 4000;
const MAX_HEIGHT = 4000;
const MAX_PEN = 160;
const MAX_STROKES = 120;
/** Three numbers a point. A signature has a few hundred points; this is a page of handwriting. */
const MAX_NUMBERS = 9000;

const id = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const instant = z.int().min(0).max(8_640_000_000_000_000);

/** One movement of the pen, flat: x, y and the pen's width of each point, in units of the field. */
const stroke = z
  .array(z.int().min(0).max(FIELD_WIDTH))
  .min(3)
  .max(MAX_NUMBERS)
  .refine((numbers) => numbers.length % 3 === 0, "not whole points");

/** A drawn signature: shapes only. When and how fast each point was drawn is not kept: nobody needs it. */
export const drawnSchema = z
  .strictObject({ height: z.int().min(400).max(MAX_HEIGHT), strokes: z.array(stroke).max(MAX_STROKES) })
  .refine(({ strokes }) => strokes.reduce((sum, { length }) => sum + length, 0) <= MAX_NUMBERS, "too long")
  .refine(
    ({ height, strokes }) =>
      strokes.every((numbers) =>
        numbers.every((value, index) => {
          if (index % 3 === 1) return value <= height;
          return index % 3 === 0 || (value >= 1 && value <= MAX_PEN);
        }),
      ),
    "outside the field",
  );

export type DrawnSignature = z.output<typeof drawnSchema>;

export const UNSIGNED_REASONS = ["UNABLE", "THUMBPRINT", "DECLINED"] as const;

export const signReceiptInput = z.strictObject({
  voucherId: id,
  /** When apology and souvenir were recorded, as the tablet showed them to whoever signed (epoch ms). */
  seen: z.strictObject({ apologyAt: instant, souvenirAt: instant }),
  /** Drawn by the applicant, or why there is no signature. */
  signature: z.union([drawnSchema, z.strictObject({ unsigned: z.enum(UNSIGNED_REASONS) })]),
  key: requestKey,
});

export type SignReceiptInput = z.output<typeof signReceiptInput>;

export const receiptInput = z.strictObject({ receiptId: id });
