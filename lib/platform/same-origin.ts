import "server-only";
import { environment } from "./environment";

/**
 * Whether a state-changing request comes from a page of this server. Browsers always send Origin with a POST; a request
 * without one comes from no page and is refused too.
 */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const host = request.headers.get("host");
  return new URL(origin).host === host || origin === new URL(environment().publicUrl).origin;
}
