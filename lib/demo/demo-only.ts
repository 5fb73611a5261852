import "server-only";
import { environment } from "@/lib/platform/environment";

/**
 * The door of everything in the demo that acts: a real office has no demo clock, people, sign-ins or page.
 * @throws in real mode
 */
export function assertDemo(): void {
  if (environment().mode === "real")
    throw new Error("This belongs to the demo office; a real office has none of it");
}
