import { z } from "zod";
import { requestKey } from "@/lib/vouchers/schema";

const voucherId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const counter = z.string().trim().min(1).max(20);

export const callNextInput = z.strictObject({ counter, key: requestKey });
export const callAgainInput = z.strictObject({ voucherId, counter, key: requestKey });
export const endCallInput = z.strictObject({ voucherId, end: z.enum(["SERVED", "ABSENT"]), key: requestKey });
