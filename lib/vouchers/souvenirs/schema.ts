import { z } from "zod";
import { MAX_REASON, requestKey } from "@/lib/vouchers/schema";

const id = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const reason = z.string().trim().max(MAX_REASON);
const pieces = z.int().min(0).max(100_000);
/** What the tablet saw when its form was opened. */
const revision = z.int().min(0);

/** Longest name of an item: it must fit a key of the tablet. */
export const MAX_NAME = 40;
const name = z.string().trim().min(2).max(MAX_NAME);

export const addSouvenirInput = z.strictObject({ name, stock: pieces, lowMark: pieces, key: requestKey });
export const changeSouvenirInput = z.strictObject({
  souvenirId: id,
  revision,
  lowMark: pieces,
  retired: z.boolean(),
  key: requestKey,
});
export const deliverSouvenirInput = z.strictObject({
  souvenirId: id,
  revision,
  pieces: pieces.min(1),
  note: reason.optional(),
  key: requestKey,
});
export const countSouvenirInput = z.strictObject({
  souvenirId: id,
  revision,
  /** The stock that stood on the tablet when the shelf was counted. */
  seen: pieces,
  counted: pieces,
  /** Needed unless it is the first count. */
  reason: reason.optional(),
  key: requestKey,
});
export const findPromisesInput = z.strictObject({ query: z.string().min(1).max(2000) });
export const keepPromiseInput = z.strictObject({ promiseId: id, souvenirId: id, key: requestKey });
export const reopenPromiseInput = z.strictObject({
  promiseId: id,
  /** Needed where only the supervisor's role permits it. */
  reason: reason.optional(),
  key: requestKey,
});
export const printPromiseInput = z.strictObject({
  promiseId: id,
  key: requestKey,
  printerId: z.string().min(1).max(64).nullable().default(null),
});
