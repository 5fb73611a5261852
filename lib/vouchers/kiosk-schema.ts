import { z } from "zod";

/** Made anew for each scan and kept for its retries. */
const key = z.string().regex(/^[A-Za-z0-9-]{16,64}$/);

/** What a scanner, a camera or a keypad delivered; never kept. Longer than the largest QR can be is no QR. */
const payload = z.string().min(1).max(5_000);

export const checkInput = z.strictObject({ payload, key });
export type CheckInput = z.output<typeof checkInput>;
