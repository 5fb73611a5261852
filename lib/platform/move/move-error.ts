import "server-only";

/** Why an office was not moved. Source and target are as they were. */
export class MoveError extends Error {
  override readonly name = "MoveError";
  constructor(
    readonly code:
      "NO_SOURCE" | "SERVED" | "MOVED" | "OTHER_RELEASE" | "NOT_EMPTY" | "UNREADABLE" | "DIFFERS",
    message: string,
  ) {
    super(message);
  }
}
