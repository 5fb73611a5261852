import "server-only";
import { staffPath } from "./local-path";
import { homeOf } from "./pages";
import type { Role } from "./types";

/**
 * Where somebody goes on after signing in: to choose a password if one was given to them, else where they wanted to go,
 * else where their role begins.
 */
export function landing(
  { role, mustChangePassword }: { readonly role: Role; readonly mustChangePassword: boolean },
  asked: unknown,
): string {
  const wanted = staffPath(asked);
  const next = wanted === "/staff" ? homeOf(role) : wanted;
  return mustChangePassword ? `/staff/account?next=${encodeURIComponent(next)}` : next;
}
