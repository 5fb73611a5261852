import "server-only";
import type { Ticket } from "@/lib/platform/generated/sqlite/client";

/** What is stored of the review flag: the source's word, a supervisor's, and what the source said when they spoke. */
export type ReviewFacts = Pick<Ticket, "underReview" | "reviewByHand" | "reviewFeedSaid">;

/**
 * Whether a ticket is under review (F.2.g), as the rules get it; null is not known. A supervisor's word stands before
 * the source's, except that a flag which the source raises after it was cleared by hand counts again: doubt withholds.
 */
export function effectiveReview({ underReview, reviewByHand, reviewFeedSaid }: ReviewFacts): boolean | null {
  if (reviewByHand !== false) return reviewByHand ?? underReview;
  return underReview === true && reviewFeedSaid !== true;
}
