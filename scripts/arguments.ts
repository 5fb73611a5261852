import { z } from "zod";

/** A command's arguments; null when they are none that it knows: what is wrong and how it is used was said then. */
export function argumentsOr<T>(read: () => T, usage: string): T | null {
  try {
    return read();
  } catch (error) {
    console.error(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
    console.error(usage);
    return null;
  }
}
