import { z } from "zod";
import { COLUMN_FIELDS } from "./types";

/** What an office says of columns, once; they are remembered by their headings. */
export const columnsInput = z.strictObject({
  columns: z
    .array(z.strictObject({ heading: z.string().min(1).max(200), field: z.enum([...COLUMN_FIELDS, "-"]) }))
    .min(1)
    .max(100),
});

/** A file as it came, and whether it is to be written or only looked at. */
export const importInput = z.strictObject({ bytes: z.instanceof(Uint8Array), write: z.boolean() });
