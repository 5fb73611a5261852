/** What the offices of different sizes are asked to do. */
export const PIECES = ["check", "issue", "hall page", "register page", "register's counts of a day"] as const;
export type Piece = (typeof PIECES)[number];
