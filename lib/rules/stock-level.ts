/** How a stock of souvenirs stands, F.1. */

export type StockLevel = "NOT_COUNTED" | "ENOUGH" | "LOW" | "NONE_LEFT";

/**
 * @param stock how many are left; null for an item that was never counted.
 * @param lowMark it is low while no more than this many are left.
 */
export function stockLevel(stock: number | null, lowMark: number): StockLevel {
  if (stock === null) return "NOT_COUNTED";
  if (stock <= 0) return "NONE_LEFT";
  return stock <= lowMark ? "LOW" : "ENOUGH";
}

/** Whether one may be handed over: there is one, or nobody ever counted how many there are. */
export function mayHandOut(level: StockLevel): boolean {
  return level !== "NONE_LEFT";
}
