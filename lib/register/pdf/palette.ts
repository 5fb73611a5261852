import "server-only";

/** The house's colours on white paper; each text colour keeps 7:1 there, and all of them survive a grey printer. */
export const PDF_COLORS = {
  ink: "#0f1e3d",
  inkSoft: "#37435f",
  navy: "#12244a",
  /** A fill only: never text. */
  gold: "#e3b65a",
  goldWash: "#fbf3e0",
  green: "#174d36",
  amber: "#713606",
  line: "#cfc8ba",
  lineStrong: "#857a66",
  wash: "#f7f4ee",
} as const;

/** Points: 1 mm is 72/25.4. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
